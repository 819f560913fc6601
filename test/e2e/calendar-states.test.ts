import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import { addDays, dateAt, instantOn, startOfDate } from '../../src/domain/zone.ts'
import { comingWednesday, openCalendar, type CalendarWindow } from '../support/calendar-window.ts'
import {
  addArtists,
  addEvent,
  addVisit,
  makeStudioFolder,
  type StudioParts,
} from '../support/studio-folder.ts'

const zone = 'Europe/Berlin'
const date = comingWednesday(zone)
const at = (hour: number): number => instantOn(date, hour * 60, zone)

let window: CalendarWindow
afterEach(() => window.end())

const open = async (fill?: (parts: StudioParts) => void): Promise<string> => {
  const folder = makeStudioFolder(zone, fill)
  window = await openCalendar(folder, zone)
  return folder
}

describe('what the calendar says of itself', () => {
  it('leads to the first calendar where there is no artist', async () => {
    await open()
    await window.page.getByRole('heading', { name: 'Connect a calendar' }).waitFor()
    await window.button('Open Settings').click()
    await window.page.getByRole('navigation', { name: 'Settings' }).waitFor()
  })

  it('has every part of a day in its place, and lays out what overlaps', async () => {
    await open((parts) => {
      const { store, now } = parts
      const hours = Array.from({ length: 7 }, () => [
        { from: 600, to: 780 },
        { from: 840, to: 1140 },
      ])
      const [mara, jonas, ilka] = addArtists(parts, ['Mara Voss', 'Jonas Behr', 'Ilka Petrova'], {
        hours,
        bufferAfter: 15,
      })
      if (!mara || !jonas || !ilka) throw new Error('There are three artists.')
      const day = { start: startOfDate(date, zone), end: startOfDate(addDays(date, 1), zone) }
      addEvent(store, mara.calendar.id, { ...day, title: 'Flash', wholeDaysIn: zone, free: true })
      addEvent(store, ilka.calendar.id, { ...day, title: 'Guest in Ghent', wholeDaysIn: zone })
      addVisit(store, mara.artist.id, 'First One', { start: at(10), end: at(12) })
      addVisit(store, mara.artist.id, 'Second One', { start: at(11), end: at(13) })
      addVisit(store, mara.artist.id, 'Left Twin', { start: at(15), end: at(16) })
      addVisit(store, mara.artist.id, 'Right Twin', { start: at(15), end: at(16) })
      addVisit(store, mara.artist.id, 'Night Owl', { start: at(23), end: at(25) })
      store.transaction((tx) =>
        tx.timeOff.insert({
          id: 'away',
          artistId: jonas.artist.id,
          start: at(15),
          end: at(19),
          reason: 'Dentist',
          createdAt: now,
        }),
      )
    })
    await window.goTo(date)
    const { column, card, reads, page } = window
    const mara = column('Mara Voss', date)
    await card(/^First One/).waitFor()
    const whole = await mara.boundingBox()
    const box = async (name: RegExp) => {
      const found = await mara.getByRole('button', { name }).boundingBox()
      if (!found || !whole) throw new Error('It is not drawn.')
      const part = (px: number): number => Math.round((px / whole.width) * 10) / 10
      return { left: part(found.x - whole.x), width: part(found.width) }
    }
    expect(await box(/^First One/)).toEqual({ left: 0, width: 1 })
    expect(await box(/^Second One/)).toEqual({ left: 0.4, width: 0.6 })
    const twins = [await box(/^Left Twin/), await box(/^Right Twin/)]
    expect(twins.toSorted((a, b) => a.left - b.left)).toEqual([
      { left: 0, width: 0.5 },
      { left: 0.5, width: 0.5 },
    ])

    await reads('Flash')
    await reads('Blocked all day by “Guest in Ghent”')
    await column('Jonas Behr', date).getByText('Dentist').waitFor()
    await card(/^Night Owl, 23:00–01:00/).waitFor()
    await card(/^Right Twin/).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await window.spoken
      .filter({ hasText: 'Time off 15:00–19:00 (Dentist)' })
      .waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')

    await window.button('Next day').click()
    await column('Mara Voss', addDays(date, 1))
      .getByRole('button', { name: /^Night Owl/ })
      .waitFor()
    await page.keyboard.press('t')
    const pill = page.locator('[data-gutter] strong')
    await pill.waitFor()
    await expect
      .poll(() => pill.evaluate((one) => one.getBoundingClientRect().top < innerHeight))
      .toBe(true)
  })

  it('says since when a calendar was not seen, and what its own copy cannot answer', async () => {
    const seen = Date.now() - 26 * HOUR
    const folder = await open((parts) => {
      const failure = { kind: 'maintenance', message: 'Nextcloud is in maintenance.' } as const
      const [mara] = addArtists(parts, ['Mara Voss'], {}, { lastSuccessAt: seen, failure })
      addArtists(parts, ['Jonas Behr'], {}, { lastSuccessAt: null })
      if (!mara) throw new Error('There is an artist.')
      addVisit(parts.store, mara.artist.id, 'Ava Chen', { start: at(12), end: at(14) })
    })
    await window.reads(/^Last seen/)
    await window.goTo(date)
    await window.card(/^Ava Chen/).waitFor()

    const database = new Database(join(folder, 'linework.db'))
    database.exec('alter table appointments rename to appointments_gone')
    await window.button('Next day').click()
    await window.page
      .getByRole('alert')
      .filter({ hasText: 'Something went wrong inside Linework. Nothing was changed.' })
      .waitFor()
    database.exec('alter table appointments_gone rename to appointments')
    database.close()
    await window.button('Previous day').click()
    await window.card(/^Ava Chen/).waitFor()
  })

  it('draws what is in view of many artists and of thousands of entries', async () => {
    const names = Array.from({ length: 34 }, (_, nth) => `Artist ${nth + 1}`)
    await open((parts) => {
      for (const { artist, calendar } of addArtists(parts, names)) {
        for (let nth = 0; nth < 60; nth += 1) {
          const start = at(0) + nth * 20 * MINUTE
          addEvent(parts.store, calendar.id, {
            start,
            end: start + 10 * MINUTE,
            title: `Note ${nth}`,
          })
        }
        addVisit(parts.store, artist.id, `Client of ${artist.name}`, { start: at(22), end: at(23) })
      }
    })
    const { page, column, goTo, card } = window
    await page.locator('[data-grid]').waitFor()
    await goTo(date)
    await card(/^Client of Artist 1,/).waitFor({ state: 'attached' })
    expect(await page.locator('[data-column]').count()).toBeLessThan(20)
    await page.locator('[data-grid]').evaluate((grid) => grid.scrollTo({ left: grid.scrollWidth }))
    await column('Artist 34', date).waitFor()
    await column('Artist 10', date).waitFor({ state: 'detached' })

    await page.keyboard.press('l')
    await page.getByText(/^2,?074 entries/).waitFor()
    const rows = page.locator('tr[aria-rowindex]')
    expect(await rows.count()).toBeLessThan(100)
    const table = page.getByRole('table')
    expect(await table.getAttribute('aria-rowcount')).toBe('2075')
    await table.evaluate((one) => one.parentElement?.scrollTo({ top: one.scrollHeight }))
    await page.getByRole('button', { name: 'Client of Artist 34', exact: true }).waitFor()
    const drawn = await rows.evaluateAll((all) =>
      all.map((row) => ({
        at: Number(row.ariaRowIndex),
        top: row instanceof HTMLElement ? row.offsetTop : 0,
      })),
    )
    const [first, last] = [drawn[0], drawn.at(-1)]
    if (!first || !last) throw new Error('No row is drawn.')
    expect(last.top - first.top).toBe((last.at - first.at) * 40)
    expect(first.top).toBeGreaterThan(40 * 1900)
  })
})

describe('the first moments of the calendar', () => {
  it('shift nothing once something is seen', async () => {
    await open((parts) => {
      const today = dateAt(parts.now, zone)
      for (const { artist } of addArtists(parts, ['Mara Voss', 'Jonas Behr', 'Ilka Petrova']))
        addVisit(parts.store, artist.id, `For ${artist.name}`, {
          start: instantOn(today, 720, zone),
          end: instantOn(today, 840, zone),
        })
    })
    await window.page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')))
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await window.page.reload()
    await window.card(/^For Mara Voss/).waitFor({ state: 'attached' })
    await window.reads('Sign-in needed')
    const moved = await window.page.evaluate((): number =>
      Array.from<number>(Reflect.get(globalThis, 'shifts')).reduce((sum, one) => sum + one, 0),
    )
    expect(moved).toBeLessThan(0.01)
  })
})
