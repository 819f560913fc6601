import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { keyboardOn } from '../support/keyboard.ts'
import { handsOn, type Hands } from '../support/window.ts'

let running: RunningLinework
let hands: Hands
let userData: string
beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'linework-walk-in-'))
  running = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--sample', '--password-store=basic'],
  })
  hands = handsOn(running.window)
  await hands.button(/^New booking/).waitFor()
})
afterAll(async () => {
  await running.close()
  rmSync(userData, { recursive: true, force: true })
})

it('books a walk-in by six keys and a name, while another booking is being written', async () => {
  const { page, reads, field, button, panel } = hands
  const { press, type } = keyboardOn(page)
  await press('n')
  await field('Description').fill('Somebody on the phone')
  await field('Description').blur()

  await press('Shift+N')
  await button('Keep as draft').click()
  await panel('New booking')
    .getByText(/^Free /)
    .waitFor()
  await type('Lena Neu')
  await page.getByRole('option', { name: /^New client/ }).waitFor()
  await press('ArrowUp', 'Enter')
  await expect
    .poll(() => field('Phone').evaluate((one) => one === document.activeElement))
    .toBe(true)
  await type('0171 5550199')
  await press('Control+Enter')
  await reads('Booked. It goes to the calendar now.')
  await panel('Lena Neu').getByText('0171 5550199').waitFor()
  await button(/^Continue draft/).waitFor()
})

it('finds the client by half of the number, and shows who was found', async () => {
  const { page, go } = hands
  await go('Clients')
  await page.getByRole('searchbox', { name: 'Find a client' }).fill('171 555')
  await page.getByRole('article', { name: 'Lena Neu' }).waitFor()
  await page.getByRole('searchbox', { name: 'Find a client' }).fill('')
})

it('points out a second entry of the same client and merges the two', async () => {
  const { page, button, field, reads } = hands
  await button('New client').click()
  await field('Name').fill('Lena N.')
  await field('Phone').fill('0171/5550199')
  await button('Add client').click()
  await page.getByRole('article', { name: 'Lena N.' }).waitFor()
  await reads('Lena Neu has the same phone number or email.')
  await button(/^Merge duplicates/).click()
  await page.getByRole('menuitem', { name: /Lena N.* and Lena N/ }).click()
  await page.getByRole('dialog', { name: /^Merge/ }).waitFor()
  expect(await findingsInBothThemes(page)).toEqual([])
  await button('Merge').click()
  await reads(/^There is one entry for Lena N/)
  await button(/^Merge duplicates/).waitFor({ state: 'hidden' })
})

it('leads from the palette to the day sheet of one artist, and says what to try where nothing fits', async () => {
  const { page, reads, button } = hands
  await keyboardOn(page).press('Control+k')
  const search = page.getByRole('combobox', { name: 'Search or do something' })
  await search.fill('zzzz')
  await reads(/^Try a part of a name/)
  await search.fill('rosa th')
  await page.getByRole('option', { name: /^Print Rosa’s day sheet/ }).click()
  const sheet = page.getByRole('article', { name: 'Day sheet' })
  await sheet.getByText('Rosa Delmar').waitFor()
  await sheet.getByRole('heading', { name: /^Thursday/ }).waitFor()
  expect(await sheet.getByText('Mara Lindqvist').count()).toBe(0)
  await button('Close').click()
})
