import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { keyboardOn } from '../support/keyboard.ts'
import { handsOn } from '../support/window.ts'

let running: RunningLinework
let userData: string
beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'linework-requests-'))
  running = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--sample', '--password-store=basic'],
  })
})
afterAll(async () => {
  await running.close()
  rmSync(userData, { recursive: true, force: true })
})

it('proposes another time by keys, keeps the request, and takes it back', async () => {
  const { page, go, reads, button } = handsOn(running.window)
  const { press, type, tabTo } = keyboardOn(page)
  await go('Requests')
  await page.getByRole('button', { name: /Rafael Costa/ }).click()
  const detail = page.getByRole('region', { name: 'Rafael Costa' })
  const first = detail.getByRole('button', { name: /^Approve .* \d\d:\d\d/ })
  const before = await first.textContent()
  expect(before).toContain('Approve')

  await press('p')
  const dialog = page.getByRole('dialog', { name: 'Propose another time to Rafael Costa' })
  const offers = dialog.getByRole('button', { name: / with Mara Lindqvist$/ })
  await offers.first().waitFor()
  // From the hour, where the focus begins, over the minutes to the first time that is free.
  await press('Tab', 'Tab')
  expect(await offers.first().evaluate((one) => one === document.activeElement)).toBe(true)
  await press('Enter')
  await dialog.getByText(/^Free /).waitFor()
  await tabTo(/^Note for the client/)
  await type('Bring the atlas.')
  await tabTo(/^Propose$/)
  await press('Enter')

  await dialog.waitFor({ state: 'hidden' })
  await detail.getByText(/the client’s answer is awaited/).waitFor()
  expect(await detail.getByText('Bring the atlas.').count()).toBe(2)
  await detail.getByText('Proposed at the desk').waitFor()
  await detail.getByText('Request', { exact: true }).first().waitFor()
  expect(await first.textContent()).not.toBe(before)
  await page.getByRole('button', { name: /Rafael Costa\s*Proposed/ }).waitFor()

  await button('Copy for the client').click()
  await reads('Copied. Paste it into a message to the client.')
  const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^We can offer .* with Mara Lindqvist\. Bring the atlas\.$/)

  await press('Control+z')
  await reads('Put back as it was.')
  await detail.getByText(/the client’s answer is awaited/).waitFor({ state: 'hidden' })
  expect(await first.textContent()).toBe(before)
})

it('asks before a note for the client is lost, not before a time is', async () => {
  const { page, field, button } = handsOn(running.window)
  const { press } = keyboardOn(page)
  const dialog = page.getByRole('dialog', { name: /^Propose another time/ })
  await button(/^Propose another time/).click()
  await dialog.waitFor()
  await press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await button(/^Propose another time/).click()
  await field('Note for the client').fill('Bring the atlas.')
  await press('Escape')
  await button('Keep writing').click()
  expect(await field('Note for the client').inputValue()).toBe('Bring the atlas.')
  await press('Escape')
  await button('Discard').click()
  await dialog.waitFor({ state: 'hidden' })
})
