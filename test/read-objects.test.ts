import { expect, it } from 'vitest'
import { readBusyBeyond } from '../src/main/read-objects.ts'
import { eventText } from './support/servers/events.ts'
import { connected } from './support/studio.ts'

const year = (from: number) => ({ start: Date.UTC(from, 0), end: Date.UTC(from + 1, 0) })

it('answers about a year far off from the few events that reach there', async () => {
  const { server, url, store, calendar, sync } = await connected()
  for (let day = 10; day < 30; day++)
    server.put(
      url,
      `e${day}.ics`,
      eventText(`e${day}`, [`DTSTART:202603${day}T080000Z`, `DTEND:202603${day}T090000Z`]),
    )
  const times = ['DTSTART:20060105T080000Z', 'DTEND:20060105T090000Z']
  server.put(url, 'old.ics', eventText('old', [...times, 'RRULE:FREQ=YEARLY']))
  await sync()

  const { start, end } = year(2040)
  expect(store.read.objects.reaching(calendar.id, start, end)).toMatchObject([{ uid: 'old' }])
  const ask = readBusyBeyond(store)
  expect(ask(calendar.id, year(2040)).map((busy) => [busy.uid, busy.start])).toEqual([
    ['old', Date.UTC(2040, 0, 5, 8)],
  ])
  expect(ask(calendar.id, { start: Date.UTC(2000, 0), end: Date.UTC(2005, 0) })).toEqual([])
  expect(ask(calendar.id, year(2026))).toHaveLength(21)
})
