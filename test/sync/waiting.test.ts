import { expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { refused, status } from '../../src/main/sample/server/faults.ts'
import { createSyncEngine } from '../../src/main/sync/engine.ts'
import { addAccount, addArtist, addCalendar } from '../support/store.ts'
import { book, connected, decode, manualTimers, type TestStudio } from '../support/studio.ts'

const later = new Date(Date.UTC(2026, 2, 4, 9, 10)).toUTCString()

const addColumn = (studio: TestStudio, name: string, baseUrl: string): void => {
  const { id: artistId } = addArtist(studio.store, { name, ink: 2 })
  const account = addAccount(studio.store, { label: name, baseUrl, username: 'desk' })
  const url = `${baseUrl}/remote.php/dav/calendars/desk/${name}/`
  addCalendar(studio.store, { artistId, accountId: account.id, url, lastSuccessAt: null })
}

/** An engine that starts on what is on the disk, with the hosts its requests go to. */
const restart = (studio: TestStudio) => {
  const asked: string[] = []
  const engine = createSyncEngine({
    store: studio.store,
    openRemote: (login) =>
      openRemote(login, {
        now: () => studio.clock.now,
        fetch: (input, init) => {
          const { host } = new URL(input)
          asked.push(host)
          return host === new URL(studio.server.origin).host
            ? studio.server.fetch(input, init)
            : Promise.resolve(new Response('', { status: 404 }))
        },
      }),
    passwordOf: () => 'secret',
    decode,
    now: () => studio.clock.now,
    random: () => 0.5,
    timers: manualTimers(),
  })
  return { engine, asked }
}

it.each([
  ['seconds', '600'],
  ['a date', later],
])(
  'Retry-After in %s holds for every account of the host, over a restart, and for no other host',
  async (_, retryAfter) => {
    const studio = await connected()
    studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
    addColumn(studio, 'jonas', studio.server.origin)
    addColumn(studio, 'rosa', 'https://other.example')
    const { host } = new URL(studio.server.origin)
    studio.server.faults.next({}, status(503, { 'Retry-After': retryAfter }))
    const first = restart(studio)
    await first.engine.run({ trigger: 'button', artistId: studio.artist.id })
    expect(first.asked).toEqual([host])
    await first.engine.stop()

    const second = restart(studio)
    studio.clock.now += 9 * MINUTE
    await second.engine.run({ trigger: 'button' })
    expect(new Set(second.asked)).toEqual(new Set(['other.example']))
    studio.clock.now += 2 * MINUTE
    await second.engine.run({ trigger: 'button' })
    expect(new Set(second.asked)).toEqual(new Set(['other.example', host]))
    await second.engine.stop()
  },
)

it.each(['resume', 'network'] as const)(
  'goes ahead of its own backoff on %s, and sends what waited',
  async (trigger) => {
    const studio = await connected()
    studio.server.faults.next({ method: 'PUT' }, refused())
    const { id } = await book(studio)
    expect(studio.store.read.accounts.get(studio.account.id)?.blockedBy).toBe('backoff')
    studio.clock.now += MINUTE
    await studio.engine.run({ trigger })
    expect(studio.view(id).delivery).toBe('sent')
  },
)
