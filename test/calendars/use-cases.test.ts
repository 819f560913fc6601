import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { questions, type InputOf, type ParsedOf } from '../../src/contract/questions.ts'
import type { Vault } from '../../src/main/admin/vault.ts'
import { createCalendarUseCases } from '../../src/main/calendars/use-cases.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { addAppointment, addArtist, NOW, openTestStore, ZONE } from '../support/store.ts'

const memoryVault = (): Vault => {
  const passwords = new Map<string, string>()
  return {
    keep: (id, password) => {
      passwords.set(id, password)
      return 'memory'
    },
    read: (id) => passwords.get(id) ?? null,
    forget: (id) => void passwords.delete(id),
    state: (id) => (passwords.has(id) ? 'memory' : 'missing'),
  }
}

const studio = () => {
  const store = openTestStore()
  const vault = memoryVault()
  const server = createSampleServer({
    now: () => NOW,
    users: [{ name: 'desk', password: 'secret', displayName: 'Desk' }],
  })
  const useCases = createCalendarUseCases({
    store,
    vault,
    fetch: server.fetch,
    now: () => NOW,
    newId: randomUUID,
    computerZone: ZONE,
  })
  const input: InputOf<'accounts.create'> = {
    baseUrl: `${server.origin}/`,
    username: 'desk',
    password: 'secret',
  }
  const newAccount = (changes: Partial<ParsedOf<'accounts.create'>> = {}) =>
    useCases['accounts.create'](questions['accounts.create'].input.parse({ ...input, ...changes }))
  return { store, vault, server, useCases, newAccount }
}

const withAccount = async () => {
  const desk = studio()
  const account = valueOf(await desk.newAccount())
  const artist = addArtist(desk.store, { name: 'Lina Brandt' })
  const newCalendar = (changes: Partial<InputOf<'calendars.create'>> = {}) =>
    desk.useCases['calendars.create'](
      questions['calendars.create'].input.parse({
        artistId: artist.id,
        accountId: account.id,
        role: 'booking',
        calendarId: 'lina',
        ...changes,
      }),
    )
  return { ...desk, account, artist, newCalendar }
}

describe('accounts', () => {
  test('an account is kept without its password in the row or the view', async () => {
    const desk = studio()
    const view = valueOf(await desk.newAccount())
    expect(view).toEqual({
      id: view.id,
      label: 'sample.linework.invalid',
      baseUrl: desk.server.origin,
      username: 'desk',
      calendarBasePath: '/remote.php/dav/calendars',
      password: 'memory',
      frozen: false,
    })
    expect(desk.store.read.accounts.get(view.id)?.secret).toBeNull()
    expect(valueOf(await desk.useCases['accounts.list'](undefined))).toEqual([view])
  })

  test('the same login twice is refused', async () => {
    const { newAccount } = studio()
    valueOf(await newAccount())
    expect(await newAccount({ baseUrl: 'https://SAMPLE.linework.invalid' })).toMatchObject({
      error: { kind: 'invalid-input', field: 'username' },
    })
  })

  test('a new password ends a freeze, a new label does not', async () => {
    const { useCases, account, store, vault } = await withAccount()
    store.transaction((tx) => tx.accounts.update(account.id, { frozenAt: NOW, failures: 3 }))
    const update = (changes: ParsedOf<'accounts.update'>['changes']) =>
      useCases['accounts.update']({ id: account.id, changes })
    expect(valueOf(await update({ label: 'Studio' }))).toMatchObject({ frozen: true })
    expect(valueOf(await update({ password: 'new' }))).toMatchObject({ frozen: false })
    expect(vault.read(account.id)).toBe('new')
    expect(store.read.accounts.get(account.id)).toMatchObject({ failures: 0, label: 'Studio' })
  })

  test('a new address takes the calendars along', async () => {
    const { useCases, account, store, newCalendar } = await withAccount()
    const { id } = valueOf(await newCalendar())
    store.transaction((tx) => tx.calendars.update(id, { syncToken: 's/1', ctag: 'c' }))
    const changes = { baseUrl: 'https://moved.example' }
    valueOf(await useCases['accounts.update']({ id: account.id, changes }))
    expect(store.read.calendars.get(id)).toMatchObject({
      url: 'https://moved.example/remote.php/dav/calendars/desk/lina/',
      syncToken: null,
      ctag: null,
    })
  })

  test('removing one takes calendars and password, not appointments', async () => {
    const { useCases, account, artist, store, vault, newCalendar } = await withAccount()
    valueOf(await newCalendar())
    const { appointment, placement } = addAppointment(store, { artistId: artist.id })
    store.transaction((tx) => tx.outbox.want(placement?.id ?? '', 'present', NOW))
    valueOf(await useCases['accounts.remove']({ id: account.id }))
    expect(store.read.calendars.all()).toEqual([])
    expect(store.read.outbox.all()).toEqual([])
    expect(vault.read(account.id)).toBeNull()
    expect(store.read.appointments.get(appointment.id)?.status).toBe('CONFIRMED')
    expect(kindOf(await useCases['accounts.remove']({ id: account.id }))).toBe('not-found')
  })
})

describe('calendars', () => {
  test('one is mapped by its id or by its link, with or without the last slash', async () => {
    const { newCalendar, artist, store, server } = await withAccount()
    const home = `${server.origin}/remote.php/dav/calendars/desk/`
    const booking = valueOf(await newCalendar())
    expect(booking).toMatchObject({ url: `${home}lina/`, calendarId: 'lina', name: 'lina' })
    const url = `${home}private?export`
    const blocking = valueOf(await newCalendar({ url, role: 'blocking', name: 'Private' }))
    expect(blocking).toMatchObject({ url: `${home}private/`, name: 'Private', role: 'blocking' })
    expect(store.read.calendars.ofArtist(artist.id)).toHaveLength(2)
  })

  test.each<[string, Partial<InputOf<'calendars.create'>>, string]>([
    ['twice the same', { role: 'blocking' }, 'url'],
    ['two to book into', { calendarId: 'other' }, 'role'],
    ['a web page', { url: 'https://sample.linework.invalid/apps/calendar/now' }, 'url'],
    ['another server', { url: 'https://other.example/cal/' }, 'url'],
    ['no such artist', { artistId: randomUUID() }, 'artistId'],
    ['no such account', { accountId: randomUUID() }, 'accountId'],
  ])('%s is refused', async (_name, changes, field) => {
    const { newCalendar, store } = await withAccount()
    valueOf(await newCalendar())
    expect(await newCalendar(changes)).toMatchObject({ ok: false, error: { field } })
    expect(store.read.calendars.all()).toHaveLength(1)
  })

  test('two artists do not book into one calendar, but one may block both', async () => {
    const { newCalendar, store } = await withAccount()
    valueOf(await newCalendar())
    const artistId = addArtist(store, { name: 'Mara' }).id
    expect(await newCalendar({ artistId })).toMatchObject({ error: { field: 'url' } })
    valueOf(await newCalendar({ artistId, role: 'blocking' }))
  })

  test('a change keeps what was read; another link starts afresh', async () => {
    const { newCalendar, useCases, store, artist, server } = await withAccount()
    const { id, url } = valueOf(await newCalendar())
    const { appointment, placement } = addAppointment(store, { artistId: artist.id })
    store.transaction((tx) => {
      tx.calendars.update(id, { syncToken: 's/1', lastSuccessAt: NOW })
      tx.outbox.want(placement?.id ?? '', 'present', NOW)
    })
    const update = (changes: ParsedOf<'calendars.update'>['changes']) =>
      useCases['calendars.update']({ id, changes })
    valueOf(await update({ name: 'Lina', freeDoesNotBlock: true, url: url.slice(0, -1) }))
    expect(store.read.calendars.get(id)).toMatchObject({ syncToken: 's/1', name: 'Lina' })

    const other = `${server.origin}/remote.php/dav/calendars/desk/other`
    expect(valueOf(await update({ url: other }))).toMatchObject({
      id,
      url: `${other}/`,
      name: 'Lina',
      freeDoesNotBlock: true,
      lastSuccessAt: null,
    })
    expect(store.read.calendars.get(id)?.syncToken).toBeNull()
    expect(store.read.appointments.get(appointment.id)?.status).toBe('CONFIRMED')
    expect(store.read.outbox.all()).toEqual([])
  })

  test('deleting one forgets it here', async () => {
    const { newCalendar, useCases } = await withAccount()
    const { id } = valueOf(await newCalendar())
    expect(valueOf(await useCases['calendars.delete']({ id }))).toBeNull()
    expect(valueOf(await useCases['calendars.list'](undefined))).toEqual([])
    expect(kindOf(await useCases['calendars.delete']({ id }))).toBe('not-found')
  })
})

describe('with the server', () => {
  test('discovery suggests the artist a calendar is named after', async () => {
    const { useCases, account, artist, server, store } = await withAccount()
    addArtist(store, { name: 'Mara Voss' })
    addArtist(store, { name: 'Gone Lina', active: false })
    for (const displayName of ['Termine LINA', 'Studio'])
      server.mkcalendar({ user: 'desk', name: displayName, displayName })
    const found = valueOf(await useCases['calendars.discover']({ accountId: account.id }))
    expect(found.map(({ name, suggestedArtistId }) => [name, suggestedArtistId])).toEqual([
      ['Termine LINA', artist.id],
      ['Studio', null],
    ])
  })

  test('a wrong password freezes the account, and nothing more is sent', async () => {
    const { useCases, account, vault, server, newCalendar } = await withAccount()
    const { id } = valueOf(await newCalendar())
    vault.keep(account.id, 'wrong')
    const discover = () => useCases['calendars.discover']({ accountId: account.id })
    expect(kindOf(await discover())).toBe('sign-in')
    const sent = server.requests.length
    expect(kindOf(await discover())).toBe('sign-in')
    expect(kindOf(await useCases['calendars.test']({ id }))).toBe('sign-in')
    expect(server.requests).toHaveLength(sent)
  })

  test('without a password it is asked for', async () => {
    const { useCases, account, vault } = await withAccount()
    vault.forget(account.id)
    const answer = await useCases['calendars.discover']({ accountId: account.id })
    expect(kindOf(answer)).toBe('sign-in-needed')
  })

  test('a test leaves its outcome at the calendar and in the log', async () => {
    const { useCases, newCalendar, server, store, artist } = await withAccount()
    const { id } = valueOf(await newCalendar())
    expect(valueOf(await useCases['calendars.test']({ id })).passed).toBe(false)
    expect(store.read.calendars.get(id)?.lastTest).toMatchObject({ at: NOW, passed: false })
    const calendar = server.mkcalendar({ user: 'desk', name: 'lina' })
    expect(valueOf(await useCases['calendars.test']({ id })).passed).toBe(true)
    expect(store.read.calendars.get(id)?.lastTest).toMatchObject({ passed: true })
    expect(server.list(calendar)).toEqual([])
    expect(store.read.syncLogs.list({ limit: 10 })).toMatchObject([
      { direction: 'test', outcome: 'ok', errorKind: null, calendarId: id, artistId: artist.id },
      { direction: 'test', outcome: 'failed', errorKind: 'calendar-gone' },
    ])
  })
})
