import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOn } from '../../src/domain/zone.ts'
import {
  comingWednesday,
  openCalendar,
  type CalendarWindow,
  type Point,
} from '../support/calendar-window.ts'
import { addArtists, addVisit, makeStudioFolder } from '../support/studio-folder.ts'

const zone = 'Europe/Berlin'
const date = comingWednesday(zone)
const polling = { timeout: 20_000 }
const at = (hour: number): number => instantOn(date, hour * 60, zone)

describe('a finger in the calendar', () => {
  let window: CalendarWindow
  beforeAll(async () => {
    const folder = makeStudioFolder(zone, (parts) => {
      const [mara] = addArtists(parts, ['Mara Voss', 'Jonas Behr'])
      if (!mara) throw new Error('There is an artist.')
      addVisit(parts.store, mara.artist.id, 'Ava Chen', { start: at(12), end: at(14) })
    })
    window = await openCalendar(folder, zone)
    await window.cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await window.goTo(date)
    await window.card(/^Ava Chen/).waitFor()
  })
  afterAll(() => window.end())

  /** One touch event, drawn before the next: a page that is too busy to answer loses the finger. */
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point) => {
    await window.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })
    await window.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  const scrollTop = (): Promise<number> =>
    window.page.locator('[data-grid]').evaluate((grid) => grid.scrollTop)
  const topOf = async (client: RegExp): Promise<Point> => {
    const box = await window.card(client).boundingBox()
    if (!box) throw new Error('The card is not drawn.')
    return { x: Math.round(box.x + 60), y: Math.round(box.y + 12) }
  }

  it('scrolls where it only passes', async () => {
    await window.spot(window.column('Mara Voss', date), 13 * 60)
    const before = await scrollTop()
    const { x, y } = await topOf(/^Ava Chen/)
    await touch('touchStart', { x, y: y + 150 })
    // It comes to rest before it lifts: a fling would scroll on.
    for (const step of [110, 70, 20, -40, -40, -40, -40, -40, -40])
      await touch('touchMove', { x, y: y + step })
    await touch('touchEnd')
    await expect.poll(scrollTop, polling).toBeGreaterThan(before + 100)
    expect(await window.ghost.count()).toBe(0)
    await window.card(/^Ava Chen, 12:00–14:00/).waitFor()
  })

  it('takes a booking once it rests on it, and moves it without scrolling', async () => {
    await window.spot(window.column('Mara Voss', date), 14 * 60)
    const from = await topOf(/^Ava Chen/)
    await touch('touchStart', from)
    await window.ghost.waitFor()
    const before = await scrollTop()
    for (const step of [20, 60, 96, 144]) await touch('touchMove', { x: from.x, y: from.y + step })
    await expect.poll(() => window.ghost.innerText(), polling).toContain('13:30–15:30 with Mara')
    expect(await scrollTop()).toBe(before)
    await touch('touchEnd')
    await window.card(/^Ava Chen, 13:30–15:30/).waitFor()
    expect(await window.page.getByRole('menu').count()).toBe(0)
  })

  it('draws a new booking once it rests on free time', async () => {
    const { column, spot, ghost, panel } = window
    const from = await spot(column('Jonas Behr', date), 15 * 60)
    await touch('touchStart', { x: from.x, y: from.y + 2 })
    await ghost.waitFor()
    for (const step of [40, 90]) await touch('touchMove', { x: from.x, y: from.y + step })
    await touch('touchEnd')
    await panel('New booking').getByRole('status').filter({ hasText: 'Free 15:00–16:00' }).waitFor()
  })
})
