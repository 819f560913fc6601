import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { afternoonZone } from '../support/afternoon.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { keyboardOn, type Keyboard } from '../support/keyboard.ts'
import { handsOn, type Hands } from '../support/window.ts'

const userData = mkdtempSync(join(tmpdir(), 'linework-keys-'))
let running: RunningLinework
let hands: Hands
let keys: Keyboard

beforeAll(async () => {
  running = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--password-store=basic'],
    env: { TZ: afternoonZone() },
  })
  running.window.setDefaultTimeout(20_000)
  hands = handsOn(running.window)
  keys = keyboardOn(running.window)
})
afterAll(async () => {
  await running.close()
  rmSync(userData, { recursive: true, force: true })
})

const form = (): Locator => hands.panel('New booking')
const verdict = (words: RegExp): Promise<void> =>
  form().getByRole('status').filter({ hasText: words }).first().waitFor()
/** Checked with the server, which has the last word. */
const checkedFree = (): Promise<void> => verdict(/Free .*just now/)

/** Of the card that has the focus, once it has it again after it was changed. */
const chooseInMenu = async (item: RegExp): Promise<void> => {
  await hands.page.waitForFunction(() => document.activeElement?.hasAttribute('data-card') ?? false)
  await keys.press('Shift+F10')
  await hands.page.getByRole('menuitem', { name: item }).waitFor()
  await keys.walkTo(item, 'ArrowDown')
  await keys.press('Enter')
}

it('lets a receptionist do the whole day without a mouse', async ({ onTestFailed }) => {
  onTestFailed(async () => {
    await running.window.screenshot({ path: 'out/failed/keyboard-day.png' })
  })
  const { page, reads, panel } = hands
  const { press, type, tabTo, walkTo } = keys
  const card = (name: RegExp): Locator => page.getByRole('button', { name })

  // The first start.
  await page.getByRole('textbox', { name: 'Studio name' }).waitFor()
  await tabTo(/^Explore a sample studio/)
  await press('Enter')
  await card(/^Lotte Jansen, 13:00/).waitFor()
  await reads(/^Synced|conflict/)

  // A booking over the artist's own event is refused, and another time offered.
  await press('n')
  await tabTo(/Artist$/)
  await press('Enter')
  await page.getByRole('option', { name: /^Rosa/ }).waitFor()
  await type('Rosa')
  await press('Enter')
  await tabTo(/^hour, Start/)
  await type('1630')
  await tabTo(/^30 min$/)
  await press('ArrowRight', 'Space')
  await verdict(/Overlaps “Dentist” 16:30–17:15/)
  expect(await form().getByRole('button', { name: 'Save as request' }).isDisabled()).toBe(true)
  const later = /17:\d\d with Rosa Delmar$/
  await form().getByRole('button', { name: later }).first().waitFor()
  await tabTo(later)
  await press('Enter')
  await checkedFree()

  // The client is known; the request is approved at once.
  await tabTo(/Client$/)
  await type('Amara')
  await page.getByRole('option', { name: /^Amara Diallo/ }).waitFor()
  await press('ArrowDown', 'Enter')
  await tabTo(/^Description/)
  await type('Small fern, wrist')
  await tabTo(/^Save as request/)
  await press('Enter')
  const booking = panel('Amara Diallo')
  await booking.getByText('Free', { exact: false }).first().waitFor()
  await tabTo(/^Approve/)
  await press('Enter')
  await booking.getByText('Confirmed', { exact: true }).first().waitFor()
  await booking.getByText('In the artist’s calendar').waitFor()
  await press('Escape')
  await booking.waitFor({ state: 'detached' })

  // The client calls: a little later would be better.
  const ours = /^Amara Diallo, .*Small fern, wrist, Confirmed/
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-card') ?? false)
  await press('Alt+ArrowDown')
  const held = page.getByRole('status', { name: 'Moving' })
  await expect
    .poll(
      async () => {
        const words = await held.innerText()
        if (!words.endsWith('Free.')) await press('Alt+ArrowUp')
        return words
      },
      { timeout: 30_000 },
    )
    .toMatch(/with Rosa Delmar\. Free\.$/)
  await press('Enter')
  await reads(/^Amara Diallo moved to/)
  await card(ours).waitFor()

  // Here, and done.
  await chooseInMenu(/^Arrived$/)
  await card(/^Amara Diallo, .*Small fern, wrist, Arrived/).waitFor()
  await chooseInMenu(/^Completed$/)
  await card(/^Amara Diallo, .*Small fern, wrist, Completed/).waitFor()

  // The next session, in four weeks or when Rosa is free after that.
  await chooseInMenu(/^Book next session/)
  await form().waitFor()
  await verdict(/just now/)
  if (await form().getByRole('button', { name: 'Confirm' }).isDisabled()) {
    await tabTo(/with Rosa Delmar$/)
    await press('Enter')
    await checkedFree()
  }
  await tabTo(/^Confirm$/)
  await press('Enter')
  await reads('Booked. It goes to the calendar now.')
  await booking.waitFor()
  await press('Escape')
  await booking.waitFor({ state: 'detached' })

  // The day on paper.
  await press('t')
  await card(/^Amara Diallo, .*Small fern, wrist, Completed/).waitFor()
  await page.evaluate(() => {
    Object.assign(globalThis, { print: () => document.body.setAttribute('data-printed', '') })
  })
  await press('Control+p')
  const sheet = page.getByRole('article', { name: 'Day sheet' })
  await sheet.getByText('Small fern, wrist').waitFor()
  await walkTo(/^Print/, 'Tab')
  await press('Enter')
  await page.locator('[data-printed]').waitFor({ state: 'attached' })
})
