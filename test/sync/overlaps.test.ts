import { describe, expect, it } from 'vitest'
import { booking, valueOf } from '../support/desk.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, type TestStudio } from '../support/studio.ts'

/** The dentist from 14:30 to 15:30, while a booking is from 14:00 to 16:00. */
const dentist = (...lines: readonly string[]): string =>
  eventText('dentist', [
    'SUMMARY:Dentist',
    'DTSTART:20260304T133000Z',
    'DTEND:20260304T143000Z',
    ...lines,
  ])

const lenient = (studio: TestStudio): void =>
  studio.store.transaction((tx) =>
    tx.calendars.update(studio.calendar.id, { freeDoesNotBlock: true }),
  )

describe('a booking that meets an event', () => {
  it.each([
    ['busy', [], false, 'overlap'],
    ['marked free', ['TRANSP:TRANSPARENT'], false, 'overlap'],
    ['marked free, where that does not block', ['TRANSP:TRANSPARENT'], true, undefined],
    ['busy, where free does not block', [], true, 'overlap'],
  ])('%s', async (_, lines, isLenient, kind) => {
    const studio = await connected()
    if (isLenient) lenient(studio)
    const { id } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist(...lines))
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe(kind)
  })

  it('and is kept all the same is not asked about again, until it meets another', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    const { version } = studio.view(id)
    valueOf(studio.commands.resolve({ id, version, keep: 'ours' }))
    await studio.sync()
    studio.server.put(studio.url, 'far.ics', eventText('far'))
    await studio.sync()
    expect(studio.view(id).trouble).toBeNull()
    expect(studio.notices()).toHaveLength(1)

    valueOf(
      studio.commands.update({
        id,
        version: studio.view(id).version,
        changes: { description: 'Moth' },
        overrule: true,
      }),
    )
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })

    studio.server.put(studio.url, 'more.ics', dentist().replace('UID:dentist', 'UID:more'))
    await studio.sync()
    expect(studio.view(id).trouble?.kind).toBe('overlap')
  })

  it('is sent all the same where a person has accepted that before it was sent', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    expect(studio.view(id).delivery).toBe('held')
    valueOf(studio.commands.resolve({ id, version: studio.view(id).version, keep: 'ours' }))
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })

  it('of a client who did not come does not meet it: the time is free again', async () => {
    const studio = await connected()
    const missed = await book(studio)
    const confirmed = valueOf(
      studio.commands.approve({ id: missed.id, version: missed.version, overrule: false }),
    )
    await studio.sync()
    valueOf(
      studio.commands.mark({
        id: missed.id,
        version: confirmed.version,
        status: 'NO_SHOW',
      }),
    )
    await studio.sync()
    const { id } = await book(studio, { client: { name: 'Ben' } })
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })
})
