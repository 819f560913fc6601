import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import { availabilityQueries } from '../../src/main/appointments/availability.ts'
import { createFarTime } from '../../src/main/far-time.ts'
import { createObjectReader } from '../../src/main/object-reader.ts'
import { addArtist, fill, openBenchStore } from './availability-bench.ts'
import { benchEvent, type BenchEvent } from './events.ts'
import { measured } from './measure.ts'
import { printRows, type Row } from './print.ts'

const worker = resolve(import.meta.dirname, '../../src/main/object-worker.ts')

/** All of them still go on in three years. */
const rules = [
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;UNTIL=20460101T000000Z',
  'FREQ=MONTHLY;BYDAY=2FR',
  'FREQ=YEARLY',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
]

/** A fifth of them recurs for twenty years or without end, and began up to twenty years ago. */
const farEvent = (index: number, now: number, prefix?: string): BenchEvent => {
  const event = benchEvent(index, now, prefix)
  if (index % 5 !== 0) return event
  const back = (_: string, name: string, year: string): string =>
    `${name}${Number(year) - ((index / 5) % 21)}`
  const text = event.text
    .replace(/RRULE:.*/, `RRULE:${rules[(index / 5) % rules.length] ?? ''}`)
    .replaceAll(/(DT(?:START|END);TZID=Europe\/Berlin:)(\d{4})/g, back)
  return { ...event, text }
}

/** Asks about a date three years ahead, which lies beyond what is kept as busy intervals. */
export const benchFarTime = async (events: number): Promise<void> => {
  const now = Date.now()
  const { store, remove } = openBenchStore(now)
  const reader = createObjectReader(worker)
  const far = createFarTime({ store, decode: reader.decode, tell: () => undefined })
  try {
    const artistId = addArtist(store, now)
    fill(store, 0, events, now, farEvent)
    const queries = availabilityQueries({ ...far, store, now: () => now, newId: randomUUID })
    const start = Math.ceil(now / DAY) * DAY + 3 * 365 * DAY + 12 * HOUR
    const end = start + 2 * HOUR
    const questions: Record<string, () => unknown> = {
      check: () => queries.check({ artistId, start, end, from: 'local' }),
      'slots, next 10': () => queries.slots({ artistId, minutes: 60, from: start, count: 10 }),
      'a month of the calendar': () => queries.busyViews({ from: start, to: start + 31 * DAY }),
    }
    const rows: Row[] = []
    for (const time of ['the first time', 'again'])
      for (const [what, question] of Object.entries(questions)) {
        // A change of anything in the calendars.
        if (time === 'the first time') store.transaction((tx) => tx.objects.remove(-1))
        const { cost } = await measured(() => far.onceRead(question))
        rows.push({ what: `${what}, ${time}`, wall: cost.wall, 'longest block': cost.delayMax })
      }
    printRows(`${events} events of one artist, asked three years ahead`, rows)
  } finally {
    far.close()
    await reader.close()
    remove()
  }
}
