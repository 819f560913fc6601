import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/domain/interval.ts'
import { instantOn } from '../../src/domain/zone.ts'
import { openCalendar, type CalendarWindow } from '../support/calendar-window.ts'
import { addArtists, addVisit, makeStudioFolder } from '../support/studio-folder.ts'

const zone = 'America/Denver'
/** Clocks go from 2:00 to 3:00, and back from 2:00 to 1:00. */
const spring = '2026-03-08'
const autumn = '2026-11-01'
const HOUR_HIGH = 96

const hours = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }])

describe('the days on which the clocks change', () => {
  let window: CalendarWindow
  beforeAll(async () => {
    const folder = makeStudioFolder(zone, (parts) => {
      const [mara] = addArtists(parts, ['Mara Voss'], { hours })
      if (!mara) throw new Error('There is an artist.')
      const visit = (client: string, date: string, from: number, length: number): void => {
        const start = instantOn(date, from * 60, zone)
        addVisit(parts.store, mara.artist.id, client, { start, end: start + length * HOUR })
      }
      visit('Early Bird', spring, 1, 2)
      visit('Noon', spring, 12, 2)
      visit('Late Owl', spring, 22, 3)
      visit('First Hour', autumn, 0, 2)
      visit('Noon', autumn, 12, 2)
    })
    window = await openCalendar(folder, zone)
  })
  afterAll(() => window.end())

  /** Where a card stands in its column, in hours of the wall clock. */
  const standing = async (client: RegExp, date: string): Promise<{ from: number; to: number }> => {
    const card = await window
      .column('Mara Voss', date)
      .getByRole('button', { name: client })
      .boundingBox()
    const column = await window.column('Mara Voss', date).boundingBox()
    if (!card || !column) throw new Error('The card is not drawn.')
    const hour = (y: number): number => Math.round((y - column.y) / HOUR_HIGH)
    return { from: hour(card.y), to: hour(card.y + card.height) }
  }
  const held = async (client: RegExp, ...keys: string[]): Promise<string> => {
    await window.card(client).focus()
    for (const key of keys) await window.page.keyboard.press(key)
    const words = await window.spoken.innerText()
    await window.page.keyboard.press('Escape')
    return words
  }

  it('shows 23 hours by the wall clock, and keeps lengths over the gap', async () => {
    await window.goTo(spring)
    expect(await standing(/^Early Bird, 01:00–04:00/, spring)).toEqual({ from: 1, to: 4 })
    expect(await standing(/^Noon, 12:00–14:00/, spring)).toEqual({ from: 12, to: 14 })
    expect(await standing(/^Late Owl, 22:00–01:00/, spring)).toEqual({ from: 22, to: 24 })
    expect(await held(/^Early Bird/, 'Alt+ArrowUp')).toContain('00:45–03:45')
    expect(await held(/^Noon/, 'Alt+ArrowDown')).toContain('12:15–14:15')
  })

  it('goes on after midnight in the next day', async () => {
    await window.button('Next day').click()
    expect(await standing(/^Late Owl, 22:00–01:00/, '2026-03-09')).toEqual({ from: 0, to: 1 })
  })

  it('shows 25 hours by the wall clock, and keeps lengths over the hour that comes twice', async () => {
    await window.goTo(autumn)
    expect(await standing(/^First Hour, 00:00–01:00/, autumn)).toEqual({ from: 0, to: 1 })
    expect(await standing(/^Noon, 12:00–14:00/, autumn)).toEqual({ from: 12, to: 14 })
    expect(await held(/^First Hour/, 'Alt+ArrowDown')).toContain('00:15–01:15')
    expect(await held(/^Noon/, 'Alt+ArrowDown')).toContain('12:15–14:15')
  })

  it('marks in the week what is missing and what comes twice', async () => {
    await window.page.keyboard.press('w')
    await window.reads('Clocks go back')
    await window.goTo(spring)
    await window.page.keyboard.press('w')
    await window.reads('Clocks go forward')
  })
})
