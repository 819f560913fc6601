import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, instantOn } from '../../src/domain/zone.ts'
import { comingWednesday, openCalendar, type CalendarWindow } from '../support/calendar-window.ts'
import { addArtists, addEvent, addVisit, makeStudioFolder } from '../support/studio-folder.ts'

const zone = 'Europe/Berlin'
const date = comingWednesday(zone)
const at = (hour: number): number => instantOn(date, hour * 60, zone)

const hasFocus = (card: Locator): Promise<void> =>
  expect
    .poll(() => card.evaluate((one) => one === document.activeElement), { timeout: 20_000 })
    .toBe(true)

describe('the keyboard in the calendar', () => {
  let window: CalendarWindow
  beforeAll(async () => {
    const folder = makeStudioFolder(zone, (parts) => {
      const [mara, jonas] = addArtists(parts, ['Mara Voss', 'Jonas Behr'])
      if (!mara || !jonas) throw new Error('There are two artists.')
      addVisit(parts.store, mara.artist.id, 'Ava Chen', { start: at(12), end: at(14) })
      addVisit(parts.store, mara.artist.id, 'Ida Roth', { start: at(17), end: at(19) })
      addVisit(parts.store, jonas.artist.id, 'Ben Osei', { start: at(12), end: at(13) })
      addEvent(parts.store, mara.calendar.id, { start: at(14.5), end: at(15), title: 'Dentist' })
    })
    window = await openCalendar(folder, zone)
    await window.goTo(date)
    await window.card(/^Ava Chen/).waitFor()
  })
  afterAll(() => window.end())

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await window.page.keyboard.press(key)
  }
  const says = (words: RegExp): Promise<void> =>
    window.spoken.filter({ hasText: words }).waitFor({ state: 'attached' })

  it('walks from card to card, and Tab stops at one of them', async () => {
    const { card } = window
    await card(/^Ava Chen/).focus()
    await press('ArrowDown')
    await hasFocus(card(/^Ida Roth/))
    await press('ArrowUp', 'ArrowRight')
    await hasFocus(card(/^Ben Osei/))
    await press('ArrowLeft')
    await hasFocus(card(/^Ava Chen/))
    expect(await window.page.locator('[data-card][tabindex="0"]').count()).toBe(1)
  })

  it('moves by Alt and arrows, and reads each step aloud', async () => {
    const { card } = window
    await card(/^Ava Chen/).focus()
    await press('Alt+ArrowDown')
    await says(/12:15–14:15 with Mara Voss\. Free\.$/)
    await press('Alt+ArrowDown', 'Alt+ArrowDown')
    await says(/12:45–14:45 with Mara Voss\. Overlaps “Dentist”.*Cannot be dropped here\.$/)
    await press('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp')
    await says(/Where it was\.$/)
    await press('Alt+ArrowRight')
    await says(/12:00–14:00 with Jonas Behr\. Overlaps “Ben Osei”/)
    await press('Alt+ArrowLeft', 'Alt+ArrowUp', 'Enter')
    await card(/^Ava Chen, 11:45–13:45/).waitFor()
    await hasFocus(card(/^Ava Chen/))
    await press('Control+z')
    await card(/^Ava Chen, 12:00–14:00/).waitFor()
  })

  it('keeps what it holds in view', async () => {
    const { page, card, ghost } = window
    await card(/^Ida Roth/).focus()
    for (let quarter = 0; quarter < 20; quarter += 1) await press('Alt+ArrowDown')
    await says(/22:00–/)
    const grid = await page.locator('[data-grid]').boundingBox()
    const box = await ghost.first().boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((grid?.y ?? 0) + (grid?.height ?? 0))
    await press('Escape')
    await ghost.first().waitFor({ state: 'detached' })
    await card(/^Ida Roth, 17:00–19:00/).waitFor()
  })

  it('stretches by Alt, Shift and arrows', async () => {
    const { card } = window
    await card(/^Ava Chen/).focus()
    await press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown')
    await says(/12:00–14:30 with Mara Voss\. Free\.$/)
    await press('Enter')
    await card(/^Ava Chen, 12:00–14:30/).waitFor()
    await press('Control+z')
    await card(/^Ava Chen, 12:00–14:00/).waitFor()
  })

  it('moves by a dialog from the menu, with the same check, and gives the focus back', async () => {
    const { page, card, reads } = window
    await card(/^Ava Chen/).focus()
    await press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Move…' }).waitFor()
    await press('ArrowDown', 'Enter')
    const dialog = page.getByRole('dialog', { name: 'Move Ava Chen' })
    const move = dialog.getByRole('button', { name: 'Move', exact: true })
    await dialog.getByText(/^Now .*12:00–14:00, 2 h$/).waitFor()
    expect(await move.isDisabled()).toBe(true)
    await dialog.getByRole('spinbutton', { name: /^hour/ }).focus()
    await page.keyboard.type('1330')
    await dialog.getByRole('status').filter({ hasText: 'Overlaps “Dentist”' }).waitFor()
    expect(await move.isDisabled()).toBe(true)
    await dialog.getByRole('spinbutton', { name: /^hour/ }).focus()
    await page.keyboard.type('1500')
    await dialog.getByRole('status').filter({ hasText: 'Free 15:00–17:00' }).waitFor()
    await move.focus()
    await press('Enter')
    await reads(/^Ava Chen moved to .*15:00–17:00 with Mara/)
    await card(/^Ava Chen, 15:00–17:00/).waitFor()
    await hasFocus(card(/^Ava Chen/))
  })

  it('turns pages without anything flashing in between', async () => {
    const { page, button, column } = window
    await page.evaluate(() => {
      const seen = { without: 0 }
      Reflect.set(globalThis, 'seenGrid', seen)
      new MutationObserver(() => {
        if (!document.querySelector('[data-grid]')) seen.without += 1
      }).observe(document.body, { childList: true, subtree: true })
    })
    await button('Next day').click()
    await column('Mara Voss', addDays(date, 1)).waitFor()
    await button('Previous day').click()
    await column('Mara Voss', date).waitFor()
    expect(await page.evaluate((): unknown => Reflect.get(globalThis, 'seenGrid'))).toEqual({
      without: 0,
    })
  })
})
