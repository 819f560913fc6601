import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { status, type Fault } from '../../src/main/sample/server/faults.ts'
import { valueOf } from '../support/desk.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, only, type TestStudio } from '../support/studio.ts'

const dentist = eventText('dentist', [
  'SUMMARY:Dentist',
  'DTSTART:20260305T133000Z',
  'DTEND:20260305T143000Z',
])
const other = eventText('other', ['SUMMARY:Other'])

const busyTitles = (studio: TestStudio): string[] =>
  studio.store.read.busy.overlapping([studio.calendar.id], 0, 8.64e15).map(({ title }) => title)

const unreadable = (studio: TestStudio): number | undefined =>
  studio.engine.status().artists[0]?.unreadable

describe('an object that was not had', () => {
  it('is asked for again with the next news', async () => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist)
    studio.server.faults.next({ method: 'GET' }, status(404))
    await studio.sync()
    expect(unreadable(studio)).toBe(1)
    studio.server.put(studio.url, 'other.ics', other)
    await studio.sync()
    expect(busyTitles(studio).toSorted()).toEqual(['Dentist', 'Other'])
    expect(unreadable(studio)).toBe(0)
  })

  it('keeps the time that was known, also where the reader leaves it out', async () => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist)
    await studio.sync()
    studio.server.put(studio.url, 'dentist.ics', dentist.replaceAll('20260305', '20260306'))
    const engine = studio.startEngine(async () => [])
    await engine.run({ trigger: 'button' })
    expect(busyTitles(studio)).toEqual(['Dentist'])
    expect(unreadable(studio)).toBe(1)
    await engine.stop()
  })

  it('is not called unreadable by a reader that was stopped', async () => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist)
    const stopped: Promise<void>[] = []
    const engine = studio.startEngine(async () => {
      stopped.push(engine.stop())
      return []
    })
    await engine.run({ trigger: 'button' })
    await Promise.all(stopped)
    expect(stopped).toHaveLength(1)
    expect(unreadable(studio)).toBe(0)
    await studio.sync()
    expect(busyTitles(studio)).toEqual(['Dentist'])
  })
})

/** `act` waits to be sent while the artist changes the event and it cannot be fetched; then it can. */
const unseen = async (act: (studio: TestStudio, id: string, version: number) => unknown) => {
  const studio = await connected()
  const { id, version } = await book(studio)
  const { file, text } = only(studio)
  act(studio, id, version)
  studio.edit(file, (given) => given.replace('Fern sleeve', 'Moth'))
  studio.server.faults.next({ method: 'GET' }, status(400))
  await studio.sync()
  expect(only(studio).text).toBe(text.replace('Fern sleeve', 'Moth'))
  expect(studio.writes()).toBe(1)
  expect(studio.view(id)).toMatchObject({ delivery: 'waiting', trouble: null })
  studio.clock.now += 20 * MINUTE
  await studio.sync()
  return studio.view(id)
}

describe('an event of ours that has changed and was not had', () => {
  it('is not deleted unseen: the artist’s change is met once it can be read', async () => {
    const view = await unseen(({ commands }, id, version) =>
      valueOf(commands.cancel({ id, version, reason: '' })),
    )
    expect(view).toMatchObject({
      status: 'PENDING',
      description: 'Moth',
      trouble: { kind: 'changed-there' },
    })
  })

  it('is not written over: both changes are in it once it can be read', async () => {
    const view = await unseen(({ commands }, id, version) =>
      valueOf(commands.approve({ id, version, overrule: false })),
    )
    expect(view).toMatchObject({
      status: 'CONFIRMED',
      description: 'Moth',
      delivery: 'sent',
      trouble: null,
    })
  })
})

const sliced: Fault = async (_request, carryOut) => {
  const answer = await carryOut()
  return { ...answer, body: answer.body.slice(0, answer.body.indexOf('BEGIN:VALARM')) }
}

describe('an event that arrives cut off', () => {
  it('is listed although its time can be told, and blocks', async () => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist.slice(0, dentist.indexOf('END:VEVENT')))
    await studio.sync()
    expect(busyTitles(studio)).toEqual(['Dentist'])
    expect(unreadable(studio)).toBe(1)
  })

  it('of ours is not written back without what is missing', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    const { file, text } = only(studio)
    const alarm = 'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nEND:VALARM\r\n'
    const whole = text.replace('END:VEVENT', `${alarm}END:VEVENT`)
    studio.server.put(studio.url, file, whole)
    studio.server.faults.next({ method: 'GET' }, sliced)
    valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    expect(only(studio).text).toBe(whole)
    // The booking itself: a server that takes broken files would have taken the change too.
    expect(studio.writes()).toBe(1)
    expect(studio.view(id)).toMatchObject({
      delivery: 'held',
      trouble: { kind: 'refused', message: expect.stringContaining('arrived cut off') },
    })
  })
})

it('a time without a title is shown as busy', async () => {
  const studio = await connected()
  studio.server.put(studio.url, 'plain.ics', dentist.replace('SUMMARY:Dentist', 'SUMMARY:'))
  await studio.sync()
  expect(busyTitles(studio)).toEqual(['Busy'])
})
