import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { status, type Fault } from '../../src/main/sample/server/faults.ts'
import { booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { book, connected, only, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const remove = 'DELETE mara/*.ics if-match'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'

const cancel = (studio: TestStudio, { id, version }: AppointmentView): void => {
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
}

const done = { status: 'CANCELLED', cancelledBy: 'desk', delivery: 'sent', trouble: null }

it('what the artist has deleted too needs no deletion, and nobody is told', async () => {
  const studio = await connected()
  const booked = await book(studio)
  studio.server.remove(studio.url, only(studio).file)
  cancel(studio, booked)
  await script(studio.server, [look, changes], studio.sync)
  expect(studio.view(booked.id)).toMatchObject(done)
  expect(studio.notices()).toEqual([])
  await script(studio.server, [look], studio.sync)
})

it('a booking that is given up before it was sent is never sent', async () => {
  const studio = await connected()
  const booked = valueOf(studio.commands.create(booking(studio.artist.id)))
  cancel(studio, booked)
  await script(studio.server, [look], studio.sync)
  expect(studio.events()).toEqual([])
  expect(studio.engine.status().waiting).toBe(0)
})

describe('a deletion that is not allowed', () => {
  it.each<[string, Fault, readonly string[]]>([
    ['403', status(403), []],
    ['404, and the event is there', status(404), [one]],
    ['410, and the event is there', status(410), [one]],
  ])(
    '%s: the calendar is read only, the event stays, a person is asked',
    async (_, fault, asked) => {
      const studio = await connected()
      const booked = await book(studio)
      cancel(studio, booked)
      await script(studio.server, [look, [remove, fault], ...asked], studio.sync)
      expect(studio.store.read.calendars.get(studio.calendar.id)?.readOnly).toBe(true)
      expect(studio.events()).toHaveLength(1)
      expect(studio.view(booked.id)).toMatchObject({
        status: 'CANCELLED',
        delivery: 'held',
        trouble: { kind: 'refused', message: expect.stringContaining('read only') },
      })
      studio.clock.now += 20 * MINUTE
      await script(studio.server, [look], studio.sync)
    },
  )
})

describe('a deletion that may succeed later', () => {
  it.each([423, 507])(
    '%i: it is sent again when its time has come, and not before',
    async (code) => {
      const studio = await connected()
      const booked = await book(studio)
      cancel(studio, booked)
      await script(studio.server, [look, [remove, status(code)], changes], studio.sync)
      expect(studio.view(booked.id)).toMatchObject({ delivery: 'waiting', trouble: null })
      await script(studio.server, [look], studio.sync)
      studio.clock.now += 20 * MINUTE
      await script(studio.server, [look, remove, changes], studio.sync)
      expect(studio.events()).toEqual([])
      expect(studio.view(booked.id)).toMatchObject(done)
    },
  )
})
