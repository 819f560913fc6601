import { onTestFinished, expect, it } from 'vitest'
import { HOUR } from '../../src/domain/interval.ts'
import { refused, status as answered } from '../../src/main/sample/server/faults.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { addArtist, addCalendar, openReusableStore } from '../support/store.ts'
import { book, only, openTestStudio, summary } from '../support/studio.ts'

/** A studio that can be set back to an earlier state of its database; the server goes on. */
const openStudio = async () => {
  const { store, backUp, clear } = openReusableStore()
  const studio = openTestStudio(store)
  await studio.sync()
  let engine = studio.engine
  /** Sets the database back, starts the engine anew, and compares with the server. */
  const restore = async (backup: () => void): Promise<void> => {
    await engine.stop()
    backup()
    engine = studio.startEngine()
    const fresh = engine
    onTestFinished(() => fresh.stop())
    await sync()
  }
  const sync = async (): Promise<void> => {
    studio.clock.now += HOUR / 4
    await engine.run({ trigger: 'button' })
  }
  /** Compares everything, as is done once a day. */
  const compare = async (): Promise<void> => engine.run({ trigger: 'button', full: true })
  const writes = () => studio.writes()
  return { ...studio, backUp, clear, restore, sync, compare, writes }
}

/** A second artist with a calendar of their own that was read. */
const withJonas = async (studio: Awaited<ReturnType<typeof openStudio>>) => {
  const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas', displayName: 'Jonas' })
  const jonas = addArtist(studio.store, { name: 'Jonas' })
  addCalendar(studio.store, { artistId: jonas.id, accountId: studio.account.id, url })
  await studio.sync()
  return { jonas, url }
}

it('does not bring back on the server what was cancelled after the backup', async () => {
  const studio = await openStudio()
  const { id, version } = await book(studio)
  const backup = studio.backUp()
  valueOf(studio.commands.cancel({ id, version, reason: 'ill' }))
  await studio.sync()
  expect(studio.events()).toEqual([])
  const writes = studio.writes()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.writes()).toBe(writes)
  expect(studio.view(id)).toMatchObject({
    status: 'CANCELLED',
    cancelledBy: 'system',
    cancelReason: 'No longer in the calendar when the backup was restored',
    delivery: 'sent',
  })
  expect(studio.notices()[0]).toMatch(/^cancelled: Ava Chen.*no longer in Mara’s calendar/)
})

it('makes a booking again of one that was made after the backup, from its event alone', async () => {
  const studio = await openStudio()
  const backup = studio.backUp()
  const { id } = await book(studio, {
    depositCents: 5_000,
    depositState: 'paid',
    alternates: [{ start: at(16), end: at(18) }],
  })
  const before = studio.view(id)
  const { text } = only(studio)
  const writes = studio.writes()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({
    clientId: before.clientId,
    clientName: 'Ava Chen',
    description: 'Fern sleeve',
    start: before.start,
    end: before.end,
    status: 'PENDING',
    depositCents: 5_000,
    depositState: 'paid',
    alternates: before.alternates,
    delivery: 'sent',
    calendar: { uid: before.calendar?.uid },
  })
  expect(only(studio).text).toBe(text)
  expect(studio.writes()).toBe(writes)
  expect(studio.store.read.audit.of(id).map(({ action, actor }) => [action, actor])).toEqual([
    ['restored', 'system'],
  ])

  const { version } = studio.view(id)
  valueOf(studio.commands.approve({ id, version, overrule: false }))
  await studio.sync()
  expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
})

it('sends the title of a booking made after the backup and approved by its status alone', async () => {
  const studio = await openStudio()
  const backup = studio.backUp()
  const { id } = await book(studio)
  studio.edit(only(studio).file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CONFIRMED'))
  await studio.restore(backup)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ status: 'CONFIRMED', delivery: 'sent', trouble: null })
  expect(summary(only(studio).text)).toBe('Ava Chen - Fern sleeve')
})

it('books again what the artist had deleted before the backup and put back since', async () => {
  const studio = await openStudio()
  const { id } = await book(studio)
  const { file, text } = only(studio)
  studio.server.remove(studio.url, file)
  await studio.sync()
  const backup = studio.backUp()
  studio.server.put(studio.url, file, text)
  await studio.sync()
  const writes = studio.writes()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.writes()).toBe(writes)
  expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent', trouble: null })
})

it('asks about what waited to be sent when the backup was made and is not there', async () => {
  const studio = await openStudio()
  const { id, version } = valueOf(studio.commands.create(booking(studio.artist.id)))
  const backup = studio.backUp()
  await studio.sync()
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
  await studio.sync()
  const writes = studio.writes()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.writes()).toBe(writes)
  expect(studio.view(id)).toMatchObject({
    status: 'PENDING',
    delivery: 'held',
    trouble: { kind: 'refused', message: expect.stringContaining('waiting to be sent') },
  })

  valueOf(studio.commands.resolve({ id, version: studio.view(id).version, keep: 'ours' }))
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Fern sleeve')
})

it('does not send again what was sent long ago', async () => {
  const studio = await openStudio()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  const backup = studio.backUp()
  await studio.sync()
  const { version } = studio.view(id)
  valueOf(
    studio.commands.update({
      id,
      version,
      changes: { start: at(16), end: at(18), description: 'Two ferns' },
      overrule: false,
    }),
  )
  await studio.sync()
  const { text } = only(studio)
  const writes = studio.writes()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.writes()).toBe(writes)
  expect(only(studio).text).toBe(text)
  expect(studio.view(id)).toMatchObject({
    start: at(16),
    end: at(18),
    description: 'Two ferns',
    delivery: 'sent',
    trouble: { kind: 'changed-there', aside: { start: at(14), description: 'Fern sleeve' } },
  })
})

it('takes the server’s version of what was changed after the backup, our own fields too', async () => {
  const studio = await openStudio()
  const { id } = await book(studio)
  const backup = studio.backUp()
  const change = (changes: object) =>
    valueOf(
      studio.commands.update({
        id,
        version: studio.view(id).version,
        changes: { ...changes },
        overrule: false,
      }),
    )
  change({ depositCents: 8_000, depositState: 'asked' })
  await studio.sync()
  valueOf(studio.commands.approve({ id, version: studio.view(id).version, overrule: false }))
  change({ start: at(15), end: at(17) })
  await studio.sync()
  const writes = studio.writes()
  await studio.restore(backup)
  expect(studio.view(id)).toMatchObject({
    status: 'CONFIRMED',
    start: at(15),
    depositCents: 8_000,
    depositState: 'asked',
    trouble: null,
  })
  await studio.sync()
  expect(studio.writes()).toBe(writes)
})

it('deletes nothing that the backup wanted to delete and the server still has', async () => {
  const studio = await openStudio()
  const { id, version } = await book(studio)
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
  const backup = studio.backUp()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.events()).toHaveLength(1)
  expect(studio.view(id)).toMatchObject({
    status: 'PENDING',
    trouble: {
      kind: 'changed-there',
      message: expect.stringContaining('before the backup was made'),
    },
  })
  valueOf(studio.commands.resolve({ id, version: studio.view(id).version, keep: 'ours' }))
  await studio.sync()
  expect(studio.events()).toEqual([])
  expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent' })
})

it('follows a booking that another artist took over after the backup', async () => {
  const studio = await openStudio()
  const { jonas, url } = await withJonas(studio)
  const { id, version } = await book(studio)
  const backup = studio.backUp()
  valueOf(studio.commands.update({ id, version, changes: { artistId: jonas.id }, overrule: false }))
  await studio.sync()
  await studio.sync()
  expect([studio.events(), studio.server.list(url)].map(({ length }) => length)).toEqual([0, 1])
  const writes = studio.writes()
  await studio.restore(backup)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({
    artistId: jonas.id,
    status: 'PENDING',
    cancelledBy: null,
    delivery: 'sent',
    trouble: null,
  })
  expect(studio.writes()).toBe(writes)
})

it('sends what staff change after the restore, before the server was asked again', async () => {
  const studio = await openStudio()
  const { id } = await book(studio)
  const backup = studio.backUp()
  backup()
  const { version } = studio.view(id)
  valueOf(
    studio.commands.update({ id, version, changes: { description: 'Moth' }, overrule: false }),
  )
  await studio.restore(() => undefined)
  expect(summary(only(studio).text)).toBe('REQUEST: Ava Chen - Moth')
  expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
})

it('stops and asks before many bookings are lost to a restore, too', async () => {
  const studio = await openStudio()
  for (let day = 0; day < 7; day++)
    valueOf(
      studio.commands.create(
        booking(studio.artist.id, {
          client: { name: `Client ${day}` },
          start: at(14) + day * 24 * HOUR,
          end: at(16) + day * 24 * HOUR,
          overrule: true,
        }),
      ),
    )
  await studio.sync()
  const backup = studio.backUp()
  for (const { file } of studio.events()) studio.server.remove(studio.url, file)
  await studio.restore(backup)
  expect(studio.store.read.calendars.get(studio.calendar.id)?.brake).toEqual({
    cancellations: 7,
    inWindow: 7,
  })
  expect(studio.store.read.appointments.views({}).map(({ status }) => status)).toEqual(
    Array(7).fill('PENDING'),
  )
})

const uuid = (digit: number): string => `${digit}0000000-0000-4000-8000-000000000000`

it('leaves other people’s events, copies and torn ones what they are: time that is taken', async () => {
  const studio = await openStudio()
  const backup = studio.backUp()
  await book(studio)
  const { text, file } = only(studio)
  const copy = (name: string, change: (text: string) => string): void => {
    studio.server.put(
      studio.url,
      `${name}.ics`,
      change(text).replace(/^UID:.*$/m, `UID:${name}@linework`),
    )
  }
  copy(uuid(1), (one) => one.replace(/^X-LINEWORK-ID:.*\r\n/m, ''))
  copy(uuid(2), (one) => one.replace(/^X-LINEWORK-ID:.*$/m, 'X-LINEWORK-ID:17'))
  copy(uuid(3), (one) => one.replace('END:VEVENT', 'RRULE:FREQ=DAILY;COUNT=2\r\nEND:VEVENT'))
  copy(uuid(4), (one) => one.replace(/^STATUS:.*$/m, 'STATUS:CANCELLED'))
  studio.server.remove(studio.url, file)
  await studio.restore(backup)
  expect(studio.store.read.appointments.views({})).toEqual([])
  expect(studio.events()).toHaveLength(4)
  const busy = studio.availability.busyViews({ from: at(0), to: at(24) })
  expect(busy).toHaveLength(3)
})

it('tells staff of what the artist cancelled after the backup', async () => {
  const studio = await openStudio()
  const { id } = await book(studio)
  const backup = studio.backUp()
  studio.edit(only(studio).file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CANCELLED'))
  await studio.restore(backup)
  expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'artist' })
  expect(studio.notices()[0]).toMatch(/^cancelled: Mara cancelled Ava Chen/)
})

it('makes a booking again of an event that could not be fetched at first', async () => {
  const studio = await openStudio()
  const backup = studio.backUp()
  const { id } = await book(studio)
  studio.server.faults.next({ method: 'GET' }, answered(500))
  await studio.restore(backup)
  expect(studio.store.read.appointments.views({})).toEqual([])
  expect(studio.store.read.objects.problemCount([studio.calendar.id])).toBe(1)
  await studio.compare()
  expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent', trouble: null })
  expect(studio.store.read.audit.of(id)).toMatchObject([{ action: 'restored', actor: 'system' }])
})

it('names an event that the artist broke after the backup, and makes a booking of it once it is mended', async () => {
  const studio = await openStudio()
  const backup = studio.backUp()
  const { id } = await book(studio)
  const { file, text } = only(studio)
  studio.edit(file, (whole) => whole.replace(/^DTSTART;TZID.*$/m, 'DTSTART:soon'))
  await studio.restore(backup)
  expect(studio.store.read.appointments.views({})).toEqual([])
  expect(studio.store.read.objects.problems(studio.calendar.id)).toHaveLength(1)
  studio.server.put(studio.url, file, text)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent', trouble: null })
})

it('keeps the other event of a move that was not finished as time that is taken', async () => {
  const studio = await openStudio()
  const { jonas, url } = await withJonas(studio)
  const { id, version } = await book(studio)
  const backup = studio.backUp()
  studio.server.faults.next({ method: 'DELETE' }, refused())
  valueOf(studio.commands.update({ id, version, changes: { artistId: jonas.id }, overrule: false }))
  await studio.sync()
  expect([studio.events(), studio.server.list(url)].map(({ length }) => length)).toEqual([1, 1])
  await studio.restore(backup)
  await studio.sync()
  expect([studio.events(), studio.server.list(url)].map(({ length }) => length)).toEqual([1, 1])
  const booked = studio.store.read.appointments.views({})
  expect(booked).toMatchObject([{ id, status: 'PENDING', cancelledBy: null }])
  const other = booked[0]?.artistId === jonas.id ? studio.artist.id : jonas.id
  const busy = studio.availability.busyViews({ from: at(0), to: at(24), artistId: other })
  expect(busy).toMatchObject([{ start: at(14), end: at(16), blocks: true }])
})

it('remembers who cancelled first where desk and artist both did before the backup', async () => {
  const studio = await openStudio()
  const { id, version } = await book(studio)
  studio.edit(only(studio).file, (text) => text.replace('STATUS:TENTATIVE', 'STATUS:CANCELLED'))
  valueOf(studio.commands.cancel({ id, version, reason: 'ill' }))
  await studio.sync()
  await studio.restore(studio.backUp())
  expect(studio.view(id)).toMatchObject({
    status: 'CANCELLED',
    cancelledBy: 'desk',
    cancelReason: 'ill',
  })
})

it.each(['first', 'second'])(
  'tells staff of the second event that an unfinished move left, in whichever calendar is read %s',
  async (turn) => {
    const studio = await openStudio()
    const { jonas, url } = await withJonas(studio)
    const { id, version } = await book(studio)
    const backup = studio.backUp()
    valueOf(
      studio.commands.update({ id, version, changes: { artistId: jonas.id }, overrule: false }),
    )
    studio.server.faults.always({ method: 'DELETE' }, refused())
    await studio.sync()
    await studio.sync()
    studio.server.faults.clear()
    expect([studio.events().length, studio.server.list(url).length]).toEqual([1, 1])

    // The other calendar cannot be read at first.
    const late = turn === 'first' ? '/jonas/' : '/mara/'
    const stop = studio.server.faults.always({ path: late }, answered(423))
    const writes = studio.writes()
    await studio.restore(backup)
    stop()
    await studio.sync()
    await studio.sync()
    expect(studio.writes()).toBe(writes)
    const other = turn === 'first' ? 'Jonas' : 'Mara'
    expect(studio.view(id)).toMatchObject({
      artistId: turn === 'first' ? studio.artist.id : jonas.id,
      status: 'PENDING',
      trouble: {
        kind: 'changed-there',
        message: `There is a second event of this booking in ${other}’s calendar. It stays in that calendar: delete it there if it is not wanted.`,
      },
    })
    const told = studio.notices().filter((notice) => notice.includes('second event'))
    expect(told).toHaveLength(1)

    valueOf(studio.commands.resolve({ id, version: studio.view(id).version, keep: 'theirs' }))
    const [left] = studio.server.list(turn === 'first' ? url : studio.url)
    studio.server.remove(turn === 'first' ? url : studio.url, left?.file ?? '')
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', trouble: null })
  },
)
