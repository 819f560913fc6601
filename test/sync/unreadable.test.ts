import { describe, expect, it } from 'vitest'
import { calendarView } from '../../src/main/calendars/queries.ts'
import { MINUTE } from '../../src/domain/interval.ts'
import { status } from '../../src/main/sample/server/faults.ts'
import { at, valueOf } from '../support/desk.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, only, type TestStudio } from '../support/studio.ts'

const dentist = eventText('dentist', [
  'SUMMARY:Dentist',
  'DTSTART:20260305T133000Z',
  'DTEND:20260305T143000Z',
])

const busyTitles = (studio: TestStudio): string[] =>
  studio.store.read.busy.overlapping([studio.calendar.id], 0, 8.64e15).map(({ title }) => title)

describe('an event that cannot be read', () => {
  it('does not stop the others, blocks what can be told, and is listed', async () => {
    const studio = await connected()
    studio.server.put(
      studio.url,
      'broken.ics',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:?\r\n',
    )
    studio.server.put(studio.url, 'dentist.ics', dentist)
    await studio.sync()
    expect(busyTitles(studio)).toEqual(['Dentist'])
    expect(studio.store.read.objects.problems(studio.calendar.id)).toMatchObject([
      { href: expect.stringContaining('broken.ics') },
    ])
    expect(studio.store.read.syncLogs.list({ limit: 1 })[0]?.message).toMatch(
      /Cannot be read: \S*broken\.ics\. Open it in the calendar/,
    )
  })

  it('is told wherever the calendar’s time is shown, and no longer once it is mended', async () => {
    const studio = await connected()
    const broken = eventText('b', ['SUMMARY:Guest spot', 'DTSTART:soon'])
    studio.server.put(studio.url, 'broken.ics', broken)
    studio.server.put(
      studio.url,
      'secret.ics',
      eventText('s', ['CLASS:PRIVATE', 'SUMMARY:Doctor', 'DTSTART:later']),
    )
    await studio.sync()
    const read = studio.store.read
    const viewed = (): unknown =>
      read.calendars.all().map((row) => calendarView(read, row).unreadable)
    const check = (): unknown =>
      studio.availability.check({
        artistId: studio.artist.id,
        start: at(14),
        end: at(16),
        from: 'local',
      })
    expect(studio.engine.status().artists[0]).toMatchObject({ state: 'ok', unreadable: 2 })
    expect(viewed()).toEqual([{ count: 2, names: ['Guest spot', 'secret.ics'] }])
    expect(check()).toMatchObject({ value: { available: true, unreadable: 2 } })

    studio.server.put(studio.url, 'broken.ics', dentist)
    studio.server.remove(studio.url, 'secret.ics')
    await studio.sync()
    expect(studio.engine.status().artists[0]).toMatchObject({ unreadable: 0 })
    expect(viewed()).toEqual([{ count: 0, names: [] }])
    expect(check()).toMatchObject({ value: { unreadable: 0 } })
  })

  it('of ours keeps the booking', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    const { file } = only(studio)
    studio.server.put(studio.url, file, 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY')
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', trouble: { kind: 'refused' } })
  })

  it('of ours is said once, and a change that was on its way arrives or waits for a person', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.faults.next({ method: 'PUT' }, status(503))
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    studio.edit(only(studio).file, (text) => text.replace(/^DTSTART;TZID.*$/m, 'DTSTART:soon'))
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'CONFIRMED', trouble: { kind: 'refused' } })
    expect(['sent', 'held']).toContain(studio.view(id).delivery)
    expect(studio.notices()).toHaveLength(1)
  })
})

/** The booking's event gets another file name, and cannot be fetched there until the answer is called. */
const refile = (studio: TestStudio): (() => void) => {
  const { file, text } = only(studio)
  studio.server.remove(studio.url, file)
  studio.server.put(studio.url, `moved-${file}`, text)
  const refuse = status(400)
  return studio.server.faults.always({}, (request, carryOut) =>
    request.method === 'GET' || new TextDecoder().decode(request.body).includes('calendar-multiget')
      ? refuse(request, carryOut)
      : carryOut(),
  )
}

describe('a booking’s event that may be where something cannot be read', () => {
  it('is not taken for deleted, and is found again once all can be read', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    const mend = refile(studio)
    await studio.sync()
    expect(studio.view(id).status).toBe('PENDING')
    expect(studio.notices()).toEqual([])

    mend()
    await studio.sync()
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent' })

    studio.server.remove(studio.url, only(studio).file)
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'artist' })
  })

  it('is not cancelled by a look at its day either', async () => {
    const studio = await connected()
    const { id, start, end } = await book(studio)
    const { file } = only(studio)
    studio.server.put(studio.url, 'other.ics', dentist)
    studio.server.faults.always({ path: 'other.ics' }, status(400))
    await studio.sync()
    studio.server.faults.next({ method: 'REPORT' }, async (_request, carryOut) => {
      const before = await carryOut()
      studio.server.remove(studio.url, file)
      return before
    })
    await studio.engine.run({ trigger: 'availability', range: { start, end }, full: true })
    expect(studio.view(id).status).toBe('PENDING')
  })

  it('is deleted there once it can be read, when the desk has cancelled it meanwhile', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    const mend = refile(studio)
    await studio.sync()
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await studio.sync()
    expect(studio.events()).toHaveLength(1)
    expect(studio.engine.status().waiting).toBe(1)

    mend()
    studio.clock.now += 20 * MINUTE
    await studio.sync()
    await studio.sync()
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent', trouble: null })
  })
})
