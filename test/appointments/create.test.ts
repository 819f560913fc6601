import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addArtist, addBusy, addCalendar, addClient, NOW } from '../support/store.ts'

test('a booking is on disk with its event’s address, its outbox row and its history', () => {
  const { commands, store, artistId, calendar } = openTestDesk()
  const view = valueOf(commands.create(booking(artistId)))
  expect(view).toMatchObject({
    status: 'PENDING',
    clientName: 'Ava Chen',
    delivery: 'waiting',
    version: 1,
    calendar: { calendarId: calendar.id, placement: 1, etag: null },
  })
  const uuid = view.calendar?.uid.replace('@linework', '')
  expect(uuid).not.toBe(view.id)
  expect(view.calendar?.href).toBe(`${new URL(calendar.url).pathname}${uuid}.ics`)
  expect(store.read.outbox.all()).toMatchObject([
    { appointmentId: view.id, calendarId: calendar.id, intent: 'present', phase: 'ready' },
  ])
  expect(store.read.audit.of(view.id)).toMatchObject([{ action: 'booked', actor: 'desk' }])
})

test('two clicks make one booking and one event', () => {
  const { commands, store, artistId } = openTestDesk()
  const input = booking(artistId)
  const first = valueOf(commands.create(input))
  let events = 0
  store.onChange(() => events++)
  expect(valueOf(commands.create(input))).toEqual(first)
  expect(events).toBe(0)
  expect(store.read.outbox.all()).toHaveLength(1)
})

test('a booking is one commit and one event', () => {
  const { commands, store, artistId } = openTestDesk()
  const heard: string[][] = []
  store.onChange((topics) => heard.push([...topics].toSorted()))
  valueOf(commands.create(booking(artistId)))
  expect(heard).toEqual([['appointments', 'clients', 'outbox']])
})

test('busy time is refused, overruled or not, and nothing is written', () => {
  const { commands, store, artistId, calendar } = openTestDesk()
  addBusy(store, calendar.id, { start: at(15), end: at(17) })
  const error = errorOf(commands.create(booking(artistId, { overrule: true })))
  expect(error).toMatchObject({
    kind: 'slot-taken',
    message: 'Overlaps “Dentist” 15:00–17:00',
  })
  expect(store.read.appointments.views({})).toEqual([])
  expect(store.read.clients.search('', 10)).toEqual([])
})

test('another live appointment is refused, one that only touches is not', () => {
  const { commands, artistId } = openTestDesk()
  valueOf(commands.create(booking(artistId)))
  const error = errorOf(commands.create(booking(artistId, { start: at(15), end: at(17) })))
  expect(error).toMatchObject({ kind: 'slot-taken' })
  expect(error.message).toContain('REQUEST: Ava Chen - Fern sleeve')
  valueOf(commands.create(booking(artistId, { start: at(16), end: at(18) })))
})

test('hours, buffers and the past pass with a warning only', () => {
  const { commands, store, artistId } = openTestDesk()
  const late = { start: at(20), end: at(21) }
  const past = { start: at(8), end: at(9) }
  expect(errorOf(commands.create(booking(artistId, late))).kind).toBe('outside-hours')
  expect(errorOf(commands.create(booking(artistId, past))).kind).toBe('outside-hours')
  valueOf(commands.create(booking(artistId, { ...late, overrule: true })))
  valueOf(commands.create(booking(artistId, { ...past, overrule: true })))

  store.transaction((tx) => tx.artists.update(artistId, { bufferAfter: 30 }))
  valueOf(commands.create(booking(artistId)))
  const close = { start: at(16), end: at(17) }
  expect(errorOf(commands.create(booking(artistId, close))).message).toMatch(/^Too close/)
  valueOf(commands.create(booking(artistId, { ...close, overrule: true })))
})

test('an artist without a booking calendar cannot be booked', () => {
  const { commands, store } = openTestDesk()
  const lone = addArtist(store, { name: 'Ines' })
  addCalendar(store, { artistId: lone.id, role: 'blocking' })
  expect(errorOf(commands.create(booking(lone.id, { overrule: true }))).kind).toBe('no-calendar')
  expect(errorOf(commands.create(booking(randomUUID()))).field).toBe('artistId')
})

test('times that make no sense are refused with the field', () => {
  const { commands, artistId } = openTestDesk()
  const backwards = { start: at(14), end: at(14) }
  expect(errorOf(commands.create(booking(artistId, backwards)))).toMatchObject({
    kind: 'invalid-input',
    field: 'end',
  })
  const endless = { start: at(14), end: at(14 + 32 * 24) }
  expect(errorOf(commands.create(booking(artistId, endless))).field).toBe('end')
})

test('the same client is found again by name and address, and nothing entered is lost', () => {
  const { commands, store, artistId } = openTestDesk()
  const known = addClient(store, {
    name: 'Zoë Müller',
    phone: '+49 30 1234',
    notes: 'Likes ferns',
  })
  const view = valueOf(
    commands.create(
      booking(artistId, {
        client: {
          name: 'zoe muller',
          phone: '0049 30 1234',
          email: 'z@example.org',
          notes: 'Left arm',
        },
      }),
    ),
  )
  expect(view.clientId).toBe(known.id)
  expect(store.read.clients.get(known.id)).toMatchObject({
    name: 'Zoë Müller',
    email: 'z@example.org',
    notes: 'Likes ferns\nLeft arm',
  })
})

test('another name with the same address is another person', () => {
  const { commands, store, artistId } = openTestDesk()
  const known = addClient(store, { name: 'Ben Chen', email: 'ava@example.org' })
  const view = valueOf(commands.create(booking(artistId)))
  expect(view.clientId).not.toBe(known.id)
})

test('an existing client is taken by id; one that is gone is refused', () => {
  const { commands, store, artistId } = openTestDesk()
  const { id } = addClient(store)
  expect(valueOf(commands.create(booking(artistId, { client: { id } }))).clientId).toBe(id)
  const gone = booking(artistId, { start: at(17), end: at(18), client: { id: randomUUID() } })
  expect(errorOf(commands.create(gone))).toMatchObject({ kind: 'not-found', field: 'client' })
})

test('deposit, notes and alternates are kept; the log has no notes', () => {
  const { commands, store, artistId } = openTestDesk()
  const alternates = [
    { start: at(34), end: at(36) },
    { start: at(38), end: at(40) },
  ]
  const view = valueOf(
    commands.create(
      booking(artistId, {
        alternates,
        depositCents: 5000,
        depositState: 'asked',
        notes: 'Allergic to nickel',
        status: 'CONFIRMED',
      }),
    ),
  )
  expect(view).toMatchObject({ alternates, depositCents: 5000, notes: 'Allergic to nickel' })
  expect(view).toMatchObject({ status: 'CONFIRMED', createdAt: NOW })
  expect(JSON.stringify(store.read.audit.of(view.id))).not.toContain('nickel')
})
