import { describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '../../src/domain/interval.ts'
import type { SyncTrigger } from '../../src/domain/views.ts'
import { status, type Fault } from '../../src/main/sample/server/faults.ts'
import type { SyncRequest } from '../../src/main/sync/engine.ts'
import { script } from '../support/script.ts'
import { eventText } from '../support/servers/events.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { book, connected, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const since = 'REPORT mara/ since'
const one = 'GET mara/dentist.ics'

const calendarOf = ({ store, calendar }: TestStudio) => store.read.calendars.get(calendar.id)

const rows = ({ store }: TestStudio) => store.read.syncLogs.list({ limit: 50 })

const run = (studio: TestStudio, request: Partial<SyncRequest>) => () =>
  studio.engine.run({ trigger: 'button', ...request })

/** Overlaps the booking from 14:00. */
const dentist = eventText('dentist', ['DTSTART:20260304T133000Z', 'DTEND:20260304T143000Z'])

describe('a calendar without news', () => {
  it.each<[SyncTrigger, number]>([
    ['button', 1],
    ['timer', 1],
    ['start', 1],
    ['focus', 0],
    ['hint', 0],
    ['availability', 0],
  ])(
    'is done with after the look (%s), which counts as read, and %i times in the log',
    async (trigger, logged) => {
      const studio = await connected()
      const before = rows(studio).length
      studio.clock.now += MINUTE
      await script(studio.server, [look], run(studio, { trigger }))
      expect(calendarOf(studio)?.lastSuccessAt).toBe(studio.clock.now)
      expect(rows(studio)).toHaveLength(before + logged)
      if (logged > 0)
        expect(rows(studio)[0]).toMatchObject({
          trigger,
          outcome: 'ok',
          message: 'Nothing changed',
          calendarId: studio.calendar.id,
        })
    },
  )

  it('is looked into where a person wants all of it compared, or some days', async () => {
    const studio = await connected()
    await script(studio.server, [look, 'REPORT mara/ all'], run(studio, { full: true }))
    const range = { start: studio.clock.now, end: studio.clock.now + DAY }
    await script(studio.server, [look, 'REPORT mara/ query'], run(studio, { range }))
    await script(studio.server, [look], run(studio, {}))
  })

  it('is judged anew where a setting has changed what its events mean', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    const free = dentist.replace('END:VEVENT', 'TRANSP:TRANSPARENT\r\nEND:VEVENT')
    studio.server.put(studio.url, 'free.ics', free)
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe('overlap')
    studio.store.transaction((tx) =>
      tx.calendars.update(studio.calendar.id, { freeDoesNotBlock: true }),
    )
    await script(studio.server, [look], run(studio, { trigger: 'timer' }))
    expect(studio.view(id).trouble?.kind).toBe('overlap')
    await script(studio.server, [look], run(studio, { trigger: 'settings' }))
    expect(studio.view(id).trouble).toBeNull()
  })

  it('is judged anew after a start: the last run may have been cut short', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist)
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe('overlap')
    studio.store.transaction((tx) => tx.appointments.update(id, { trouble: null }))
    await script(studio.server, [look], run(studio, {}))
    expect(studio.view(id).trouble).toBeNull()
    const fresh = studio.startEngine()
    await script(studio.server, [look], () => fresh.run({ trigger: 'start' }))
    expect(studio.view(id).trouble?.kind).toBe('overlap')
    await fresh.stop()
  })

  it('is judged anew after a run that failed', async () => {
    const studio = await connected()
    const { id, start, end } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist)
    const range = { start, end }
    const failing = [look, since, one, ['REPORT mara/ query', status(403)]] as const
    await script(studio.server, failing, run(studio, { range }))
    expect(studio.view(id).trouble).toBeNull()
    expect(calendarOf(studio)?.failure?.kind).toBe('forbidden')
    await script(studio.server, [look], run(studio, { trigger: 'focus' }))
    expect(studio.view(id).trouble?.kind).toBe('overlap')
    expect(calendarOf(studio)?.failure).toBeNull()
  })

  it('does not hold up one that has some', async () => {
    const studio = await connected()
    const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
    const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
    const accountId = studio.account.id
    const jonas = addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
    await studio.sync()
    studio.server.put(url, 'dentist.ics', dentist)
    studio.clock.now += MINUTE
    const progress: unknown[] = []
    const noted: Fault = (_request, carryOut) => {
      progress.push(studio.engine.status().progress)
      return carryOut()
    }
    await script(
      studio.server,
      [look, ['REPORT jonas/ since', noted], 'GET jonas/dentist.ics'],
      run(studio, { trigger: 'focus' }),
    )
    expect(studio.store.read.objects.states(jonas.id)).toHaveLength(1)
    expect(calendarOf(studio)?.lastSuccessAt).toBe(studio.clock.now)
    expect(progress).toEqual([{ done: 1, total: 2 }])
    expect(studio.engine.status().progress).toBeNull()
  })
})
