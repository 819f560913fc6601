import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { at, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

const path = 'mara_shared_by_rosa/'
const look = 'PROPFIND 1'
const change = `PUT ${path}*.ics if-match`
const remove = `DELETE ${path}*.ics if-match`
const changes = `REPORT ${path} since`
const all = `REPORT ${path} all`
const one = `GET ${path}*.ics`

/** A booking in a calendar that its owner shares with the desk. */
const inShare = async (over: Parameters<typeof book>[1] = {}) => {
  const studio = await connected(undefined, 'rosa')
  studio.store.transaction((tx) => tx.settings.update({ privacy: 'all' }))
  const booked = await book(studio, over)
  expect(studio.store.read.calendars.get(studio.calendar.id)).toMatchObject({ ownedByLogin: false })
  return { studio, booked, ...only(studio) }
}

/** What the owner says about who sees the event; `null` is nothing, and so everybody. */
const classify = (studio: TestStudio, file: string, as: string | null): void =>
  studio.edit(file, (text) =>
    text
      .replace(/^CLASS:.*\r\n/m, '')
      .replace('END:VEVENT', `${as === null ? '' : `CLASS:${as}\r\n`}END:VEVENT`),
  )

const alarm = 'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nEND:VALARM\r\n'

const later = (text: string): string =>
  text.replaceAll('T140000', 'T150000').replaceAll('T160000', 'T170000')

const approve = (studio: TestStudio, { id, version }: AppointmentView): void => {
  valueOf(studio.commands.approve({ id, version, overrule: false }))
}

const busyTitles = (studio: TestStudio): string[] =>
  studio.store.read.busy.overlapping([studio.calendar.id], 0, 8.64e15).map(({ title }) => title)

describe('a booking’s event that its owner hides from the share', () => {
  it('is gone for the desk: cancelled, its time free, the record kept, and nobody is said to have deleted it', async () => {
    const { studio, booked, file } = await inShare()
    classify(studio, file, 'PRIVATE')
    await script(studio.server, [look, changes, all], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CANCELLED',
      cancelledBy: 'artist',
      description: 'Fern sleeve',
      trouble: null,
    })
    expect(studio.notices()).toEqual([
      expect.stringMatching(
        /^cancelled: Ava Chen, .* is no longer in Mara’s calendar: it was deleted/,
      ),
    ])
    expect(busyTitles(studio)).toEqual([])
    expect(studio.events()).toHaveLength(1)
    await script(studio.server, [look], studio.sync)
  })

  it('stays a booking while the server says nothing of it, and is missed by the daily comparison', async () => {
    const { studio, booked, file } = await inShare()
    classify(studio, file, 'PRIVATE')
    studio.server.put(studio.url, 'dentist.ics', eventText('dentist'))
    await script(studio.server, [look, changes, `GET ${path}dentist.ics`], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({ status: 'PENDING', trouble: null })
    studio.clock.now += DAY
    await script(studio.server, [look, all], studio.sync)
    expect(studio.view(booked.id).status).toBe('CANCELLED')
  })

  it('is not written to any more: a change on its way asks a person', async () => {
    const { studio, booked, file } = await inShare()
    approve(studio, booked)
    classify(studio, file, 'PRIVATE')
    await script(studio.server, [look, changes, all], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CANCELLED',
      trouble: { kind: 'gone-there', message: expect.stringContaining('or hid it') },
    })
    await script(studio.server, [look], studio.sync)
  })

  it.each([null, 'CONFIDENTIAL'])(
    'is booked again once it is shown again, marked %s',
    async (mark) => {
      const { studio, booked, file } = await inShare()
      classify(studio, file, 'PRIVATE')
      await studio.sync()
      classify(studio, file, mark)
      await script(studio.server, [look, changes, one], studio.sync)
      expect(busyTitles(studio)).toHaveLength(1)
      expect(studio.view(booked.id)).toMatchObject({
        status: 'PENDING',
        description: 'Fern sleeve',
        start: at(14),
        cancelledBy: null,
        delivery: 'sent',
        trouble: null,
      })
      expect(studio.notices()[0]).toMatch(/^restored: /)
      await script(studio.server, [look], studio.sync)
    },
  )
})

/** The same with an alarm of the owner’s, of which the share shows only when it is. */
const confidential = async () => {
  const given = await inShare()
  given.studio.edit(given.file, (text) => text.replace('END:VEVENT', `${alarm}END:VEVENT`))
  classify(given.studio, given.file, 'CONFIDENTIAL')
  await script(given.studio.server, [look, changes, one], given.studio.sync)
  return given
}

describe('a booking’s event whose owner shares only that it is busy', () => {
  it('stays what it was: that its title is hidden approves, renames and asks nothing', async () => {
    const { studio, booked } = await confidential()
    const { id, version } = booked
    expect(studio.view(id)).toMatchObject({
      status: 'PENDING',
      description: 'Fern sleeve',
      start: at(14),
      delivery: 'sent',
      trouble: null,
      version,
    })
    expect(studio.notices()).toEqual([])
    await script(studio.server, [look], studio.sync)
  })

  it('takes other bookings’ time still', async () => {
    const { studio } = await confidential()
    const answer = studio.availability.check({
      artistId: studio.artist.id,
      start: at(15),
      end: at(17),
      from: 'local',
    })
    expect(answer).toMatchObject({ value: { available: false } })
  })

  it('is followed where its owner moves it', async () => {
    const { studio, booked, file } = await confidential()
    for (const [edit, start] of [
      [later, at(15)],
      [(text: string) => text.replaceAll('T15', 'T14').replaceAll('T17', 'T16'), at(14)],
    ] as const) {
      studio.edit(file, edit)
      await script(studio.server, [look, changes, one], studio.sync)
      expect(studio.view(booked.id)).toMatchObject({
        start,
        status: 'PENDING',
        description: 'Fern sleeve',
        delivery: 'sent',
        trouble: null,
      })
    }
    expect(studio.notices()).toEqual([
      expect.stringMatching(/^moved: /),
      expect.stringMatching(/^moved: /),
    ])
  })

  it('is not overwritten with what the share shows: the change waits until all is shown', async () => {
    const { studio, booked, file } = await confidential()
    approve(studio, booked)
    const { text } = only(studio)
    await script(studio.server, [look], studio.sync)
    expect(only(studio).text).toBe(text)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CONFIRMED',
      delivery: 'held',
      trouble: { kind: 'refused', message: expect.stringContaining('shows only the time') },
    })

    classify(studio, file, null)
    await script(studio.server, [look, changes, one, change, changes, one], studio.sync)
    expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
    expect(only(studio).text).toContain(alarm)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CONFIRMED',
      delivery: 'sent',
      trouble: null,
    })
  })

  it('does not swallow what was changed here below the title while it was marked', async () => {
    const { studio, booked, file } = await inShare({ notes: 'Right arm' })
    const { id, version } = booked
    const notes = { notes: 'Left arm' }
    valueOf(studio.commands.update({ id, version, changes: notes, overrule: false }))
    classify(studio, file, 'CONFIDENTIAL')
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'held', trouble: { kind: 'refused' } })
    classify(studio, file, null)
    await studio.sync()
    expect(only(studio).text).toMatch(/^DESCRIPTION:.*Left arm/m)
  })

  it('is as a restored desk has it', async () => {
    const { studio, booked, file } = await inShare()
    const { id } = booked
    approve(studio, booked)
    valueOf(studio.commands.mark({ id, version: studio.view(id).version, status: 'ARRIVED' }))
    await studio.sync()
    const { id: placementId } = studio.store.read.placements.current(id) ?? { id: '' }
    studio.store.transaction((tx) => tx.placements.update(placementId, { recalled: true }))
    classify(studio, file, 'CONFIDENTIAL')
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({
      status: 'ARRIVED',
      description: 'Fern sleeve',
      delivery: 'sent',
      trouble: null,
    })
    expect(studio.notices()).toEqual([])
  })

  it('is deleted when the desk cancels it', async () => {
    const { studio, booked } = await confidential()
    const { id, version } = booked
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await script(studio.server, [look, remove, changes], studio.sync)
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent', trouble: null })
  })

  it('is kept as the booking it was where it is marked while the desk cancels it', async () => {
    const { studio, booked, file } = await inShare()
    const { id, version } = booked
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    classify(studio, file, 'CONFIDENTIAL')
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({
      status: 'PENDING',
      description: 'Fern sleeve',
      trouble: { kind: 'changed-there' },
    })
  })

  it('is read as a whole again once it is shown, with what its owner changed meanwhile', async () => {
    const { studio, booked, file } = await confidential()
    studio.edit(file, (text) => later(text).replace('Fern sleeve', 'Moth'))
    await studio.sync()
    classify(studio, file, null)
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({
      start: at(15),
      status: 'PENDING',
      description: 'Moth',
      delivery: 'sent',
      trouble: null,
    })
    expect(studio.notices()).toEqual([
      expect.stringMatching(/^retitled: /),
      expect.stringMatching(/^moved: /),
    ])
  })
})

it.each(['PRIVATE', 'CONFIDENTIAL'])(
  'a booking’s event marked %s is seen whole by its owner’s own login',
  async (mark) => {
    const studio = await connected()
    const booked = await book(studio)
    const { file } = only(studio)
    studio.edit(file, (text) => text.replace('Fern sleeve', 'Moth'))
    classify(studio, file, mark)
    approve(studio, booked)
    await studio.sync()
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CONFIRMED',
      description: 'Moth',
      delivery: 'sent',
      trouble: null,
    })
    expect(only(studio).text).toContain(`CLASS:${mark}`)
    expect(summary(only(studio).text)).toBe('Ava Chen - Moth')
  },
)

const withoutOurs = (text: string): string =>
  text.replaceAll(/^X-LINEWORK-.*\r\n([ \t].*\r\n)*/gm, '')

it.each<[string, string, (text: string) => string]>([
  [
    'in a share that hides nothing',
    'rosa',
    (text) => text.replace('END:VE', 'CLASS;X-A=b:CONFIDENTIAL\r\nEND:VE'),
  ],
  ['that lost our properties in a share, and is nobody’s secret', 'rosa', withoutOurs],
  [
    'that lost our properties and is the owner’s own secret',
    'desk',
    (text) => withoutOurs(text).replace('END:VE', 'CLASS:PRIVATE\r\nEND:VE'),
  ],
])('an event %s says what its owner changed', async (_, owner, edit) => {
  const studio = await connected(undefined, owner)
  const { id } = await book(studio)
  studio.edit(only(studio).file, (text) => edit(text).replace('Fern sleeve', 'Moth'))
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ description: 'Moth', status: 'PENDING', trouble: null })
})
