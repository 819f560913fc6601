import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { instantOn } from '../../src/domain/zone.ts'
import { openStore } from '../../src/main/store/open.ts'
import { comingWednesday, openCalendar, type CalendarWindow } from '../support/calendar-window.ts'
import { addArtists, addEvent, addVisit, makeStudioFolder } from '../support/studio-folder.ts'
import { migrations } from '../support/store.ts'

const zone = 'Europe/Berlin'
const date = comingWednesday(zone)
const polling = { timeout: 20_000 }
const at = (hour: number): number => instantOn(date, hour * 60, zone)

describe('the mouse in the calendar', () => {
  let window: CalendarWindow
  let folder: string
  let calendarOfJonas: string
  beforeAll(async () => {
    folder = makeStudioFolder(zone, (parts) => {
      const [mara, jonas] = addArtists(parts, ['Mara Voss', 'Jonas Behr'])
      if (!mara || !jonas) throw new Error('There are two artists.')
      calendarOfJonas = jonas.calendar.id
      addVisit(parts.store, mara.artist.id, 'Ava Chen', { start: at(12), end: at(14) })
      addVisit(parts.store, jonas.artist.id, 'Ben Osei', { start: at(12), end: at(13) })
      addEvent(parts.store, mara.calendar.id, { start: at(16), end: at(17), title: 'Dentist' })
    })
    window = await openCalendar(folder, zone)
    await window.goTo(date)
    await window.card(/^Ava Chen/).waitFor()
  })
  afterEach(async () => {
    await window.page.keyboard.press('Escape')
    await window.page.mouse.up()
    await window.ghost.waitFor({ state: 'detached' })
  })
  afterAll(() => window.end())

  /** Takes a booking by its top and holds it with its start at `minute`. */
  const hold = async (client: RegExp, artist: string, minute: number): Promise<void> => {
    const { page, card, column, grab, spot } = window
    await spot(column(artist, date), minute)
    await grab(card(client))
    const { x, y } = await spot(column(artist, date), minute)
    await page.mouse.move(x, y + 12, { steps: 3 })
  }
  const undo = async (): Promise<void> => {
    await window.button(/^Undo/).first().click()
  }
  const stands = (name: RegExp): Promise<void> => window.card(name).waitFor()

  it('moves a booking under a ghost that says the times, and takes it back', async () => {
    const { page, ghost, spoken } = window
    await hold(/^Ava Chen/, 'Mara Voss', 14 * 60)
    expect(await ghost.innerText()).toBe('Ava Chen\n14:00–16:00 with Mara')
    expect(await spoken.innerText()).toMatch(/14:00–16:00 with Mara Voss\. Free\.$/)
    await page.mouse.up()
    await stands(/^Ava Chen, 14:00–16:00/)
    await window.reads(/^Ava Chen moved to/)
    await undo()
    await stands(/^Ava Chen, 12:00–14:00/)
  })

  it('shows what is in the way with the nearest time that fits, and drops nothing there', async () => {
    const { page, ghost, spoken } = window
    await hold(/^Ava Chen/, 'Mara Voss', 15 * 60)
    expect(await ghost.innerText()).toContain('Overlaps “Dentist”')
    expect(await spoken.innerText()).toMatch(/Overlaps “Dentist” 16:00–17:00\. Cannot be dropped/)
    await window.reads('Fits here, 14:00–16:00')
    await page.mouse.up()
    await ghost.waitFor({ state: 'detached' })
    await stands(/^Ava Chen, 12:00–14:00/)
  })

  it('lets go of nothing after Escape, and opens nothing by the click that ends it', async () => {
    const { page, ghost } = window
    await hold(/^Ava Chen/, 'Jonas Behr', 15 * 60)
    await page.keyboard.press('Escape')
    await ghost.waitFor({ state: 'detached' })
    await page.mouse.up()
    await stands(/^Ava Chen, 12:00–14:00/)
    expect(await window.panel('Ava Chen').count()).toBe(0)
  })

  it('hands a booking to another artist', async () => {
    const { page, column } = window
    await hold(/^Ava Chen/, 'Jonas Behr', 15 * 60)
    await page.mouse.up()
    await column('Jonas Behr', date)
      .getByRole('button', { name: /^Ava Chen, 15:00–17:00/ })
      .waitFor()
    await undo()
    await column('Mara Voss', date)
      .getByRole('button', { name: /^Ava Chen, 12:00–14:00/ })
      .waitFor()
  })

  it('stretches a booking by its lower edge, not into what follows', async () => {
    const { page, card, column, grab, spot, ghost } = window
    await spot(column('Mara Voss', date), 13 * 60)
    await grab(card(/^Ava Chen/), -3)
    const there = await spot(column('Mara Voss', date), 15 * 60)
    await page.mouse.move(there.x, there.y)
    expect(await ghost.innerText()).toContain('12:00–15:00')
    const taken = await spot(column('Mara Voss', date), 16.5 * 60)
    await page.mouse.move(taken.x, taken.y)
    expect(await ghost.innerText()).toContain('Overlaps “Dentist”')
    const back = await spot(column('Mara Voss', date), 15 * 60)
    await page.mouse.move(back.x, back.y)
    await page.mouse.up()
    await stands(/^Ava Chen, 12:00–15:00/)
    await undo()
    await stands(/^Ava Chen, 12:00–14:00/)
  })

  it('asks before a time that staff may overrule', async () => {
    const { page, ghost } = window
    await hold(/^Ben Osei/, 'Jonas Behr', 19 * 60)
    expect(await ghost.innerText()).toContain('Outside working hours')
    await page.mouse.up()
    const question = page.getByRole('alertdialog').or(page.getByRole('dialog'))
    await question.getByText(/Outside working hours/).waitFor()
    await page.keyboard.press('Escape')
    await stands(/^Ben Osei, 12:00–13:00/)
  })

  it('draws a new booking with its length', async () => {
    const { page, column, spot, ghost, panel } = window
    const from = await spot(column('Jonas Behr', date), 14 * 60)
    await page.mouse.move(from.x, from.y + 2)
    await page.mouse.down()
    await page.mouse.move(from.x, from.y + 20)
    await page.mouse.move(from.x, from.y + 90 * 1.6 - 2)
    expect(await ghost.innerText()).toContain('14:00–15:30 with Jonas')
    await page.mouse.up()
    const form = panel('New booking')
    await form.getByRole('status').filter({ hasText: 'Free 14:00–15:30' }).first().waitFor()
    await form.getByRole('button', { name: 'Close' }).click()
  })

  it('scrolls along at its edges', async () => {
    const { page, ghost } = window
    await hold(/^Ava Chen/, 'Mara Voss', 14 * 60)
    const grid = page.locator('[data-grid]')
    const before = await grid.evaluate(({ scrollTop }) => scrollTop)
    const box = await grid.boundingBox()
    if (!box) throw new Error('There is no grid.')
    await page.mouse.move(box.x + 200, box.y + box.height - 4)
    const scrolled = (): Promise<number> => grid.evaluate(({ scrollTop }) => scrollTop)
    await expect.poll(scrolled, polling).toBeGreaterThan(before + 200)
    const low = await scrolled()
    await page.mouse.move(box.x + 200, box.y + 100)
    await expect.poll(scrolled, polling).toBeLessThan(low - 200)
    expect(await ghost.count()).toBe(1)
  })

  it('says why a move cannot be taken back once its old time is gone', async () => {
    const { page, reads } = window
    await hold(/^Ben Osei/, 'Jonas Behr', 14 * 60)
    await page.mouse.up()
    await stands(/^Ben Osei, 14:00–15:00/)
    const store = openStore({ file: join(folder, 'linework.db'), migrations, now: Date.now, zone })
    addEvent(store, calendarOfJonas, { start: at(12), end: at(13), title: 'Ink delivery' })
    store.close()
    await undo()
    await reads('The booking of Ben Osei could not be put back.')
    await reads('Overlaps “Ink delivery” 12:00–13:00')
    await stands(/^Ben Osei, 14:00–15:00/)
  })
})
