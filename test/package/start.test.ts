import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startPackaged } from '../support/packaged.ts'
import { temporaryFolder } from '../support/store.ts'
import { handsOn } from '../support/window.ts'

const sampleArgs = ['--lang=en-GB', '--password-store=basic', '--sample']

it('opens the sample studio, books, and leaves a whole database', async () => {
  const userData = temporaryFolder()
  const { page, close } = await startPackaged(userData, sampleArgs)
  const { panel, reads } = handsOn(page)
  await reads('Hanna Voss')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('rosa next fri')
  await page.getByRole('option', { name: /^Rosa Delmar, Friday .* next free/ }).waitFor()
  await page.keyboard.press('Enter')
  await panel('New booking').waitFor()
  await page.getByRole('combobox', { name: 'Client' }).focus()
  await page.keyboard.type('Amara')
  await page.getByRole('option', { name: /^Amara Diallo/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await panel('Amara Diallo').waitFor()
  await reads('Booked. It goes to the calendar now.')

  expect(await close()).toBe(0)
  const database = new Database(join(userData, 'sample', 'linework.db'), { readonly: true })
  expect(database.pragma('quick_check', { simple: true })).toBe('ok')
  database.close()
})
