import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pseudonymsFor } from '../../src/main/diagnostics/pseudonyms.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import { valueOf } from '../support/results.ts'
import { eventText } from '../support/servers/events.ts'
import { serve } from '../support/servers/serve.ts'
import { temporaryFolder } from '../support/store.ts'
import { openProgram } from '../support/surviving.ts'

/** Everything private that the tour below enters somewhere. */
const known = {
  password: 'pw-Zx81-Kranich',
  mailPassword: 'mp-Zx82-Reiher',
  webhook: 'https://hooks.example/T0/Zx83-Storch',
  user: 'rosa.delmar',
  studio: 'Quayside Tattoo Rooms',
  artist: 'Ilka Petrova',
  client: 'Ádám Kővári-Szűcs',
  email: 'adam@kovari.example',
  phone: '+36 30 555 0199',
  notes: 'met at the Szeged convention',
  allergies: 'nickel and latex',
  description: 'Kraken, left calf',
  title: 'Colonoscopy at Dr. Weiß',
  calendar: 'Ilkas geheime Termine',
} as const

/** A tour through the program, with a server, and what it saves for support. */
const tour = async () => {
  const folder = join(temporaryFolder(), 'data')
  const saved = join(temporaryFolder(), 'support.zip')
  const server = createSampleServer({
    now: Date.now,
    users: [{ name: known.user, password: known.password, displayName: known.artist }],
  })
  const url = server.mkcalendar({ user: known.user, name: 'geheim', displayName: known.calendar })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  server.put(
    url,
    'private.ics',
    eventText('private', [
      `SUMMARY:${known.title}`,
      `DTSTART:${tomorrow}T100000Z`,
      `DTEND:${tomorrow}T110000Z`,
    ]),
  )
  server.put(url, `${known.user}-broken.ics`, 'BEGIN:VCALENDAR\r\nSUMMARY:torn\r\n')
  const { url: origin, close } = await serve(server)
  onTestFinished(close)
  const program = await openProgram(folder, { chooseFile: async () => saved })
  const { ask } = program
  valueOf(await ask('settings.update', { studioName: known.studio, privacy: 'all', ready: true }))
  const login = { baseUrl: origin, username: known.user, password: known.password }
  const account = valueOf(await ask('accounts.create', login))
  const artist = valueOf(await ask('artists.create', { name: known.artist }))
  const [found] = valueOf(await ask('calendars.discover', { accountId: account.id }))
  valueOf(
    await ask('calendars.create', {
      artistId: artist.id,
      accountId: account.id,
      role: 'booking',
      url: found?.url ?? '',
      name: known.calendar,
    }),
  )
  valueOf(
    await ask('alerts.update', {
      mail: { password: known.mailPassword },
      webhook: { url: known.webhook },
    }),
  )
  const start = Date.now() + 3 * 86_400_000
  valueOf(
    await ask('appointments.create', {
      id: 'b7c1c1ce-6d6f-4df7-9c3e-000000000001',
      artistId: artist.id,
      client: {
        name: known.client,
        email: known.email,
        phone: known.phone,
        notes: known.notes,
        allergies: known.allergies,
      },
      description: known.description,
      notes: known.notes,
      start,
      end: start + 3_600_000,
      overrule: true,
    }),
  )
  valueOf(await ask('sync.run', {}))
  mkdirSync(join(folder, 'logs'), { recursive: true })
  const lines = Object.values(known).map((text) => `warn  something about ${text}, and ${text}.`)
  writeFileSync(join(folder, 'logs', 'linework.log'), `${lines.join('\n')}\nKept as it is.\n`)
  const answer = valueOf(await ask('diagnostics.save'))
  const files = Object.entries(unzipSync(readFileSync(saved))).map(
    ([name, bytes]) => [name, strFromU8(bytes)] as const,
  )
  return { answer, files: new Map(files), host: new URL(origin).host }
}

describe('what is saved for support', () => {
  it('has all that helps, and nothing private after a full tour', async () => {
    const { answer, files, host } = await tour()
    expect(answer).toEqual({ file: 'support.zip' })
    expect([...files.keys()].toSorted()).toEqual([
      'connections.json',
      'database.json',
      'linework.log',
      'settings.json',
      'sync-log.csv',
      'versions.json',
      'waiting.json',
    ])
    const text = (name: string): string => files.get(name) ?? ''
    expect(JSON.parse(text('versions.json'))).toMatchObject({
      linework: '1.2.3',
      sqlite: expect.stringMatching(/^3\./),
    })
    expect(JSON.parse(text('database.json'))).toMatchObject({
      check: 'whole',
      rows: { appointments: 1, clients: 1, artist_calendars: 1, remote_objects: 3 },
    })
    expect(JSON.parse(text('connections.json'))).toMatchObject({
      accounts: [{ name: 'user-1', host: 'host-1' }],
      calendars: [{ artist: 'artist-1', failure: null, objects: 3, unreadable: 1 }],
    })
    expect(text('sync-log.csv')).toMatch(/^Started \(UTC\),Artist/)
    expect(text('sync-log.csv')).toContain('artist-1')
    expect(text('linework.log')).toContain('Kept as it is.')

    const everything = [...files.values()].join('\n').toLowerCase()
    const { notes, allergies, ...inTheLog } = known
    expect(text('linework.log')).toContain(notes)
    for (const secret of [...Object.values(inTheLog), host])
      for (const spelling of [secret, encodeURIComponent(secret)])
        expect(everything).not.toContain(spelling.toLowerCase())
    const withoutLog = [...files].filter(([name]) => name !== 'linework.log').join('\n')
    expect(withoutLog).not.toContain(notes)
    expect(withoutLog).not.toContain(allergies)
  })
})

describe('pseudonyms', () => {
  it('are the same wherever a text stands, in any case and spelling', () => {
    const { clean, of } = pseudonymsFor([
      { kind: 'client', text: 'Ava Chen' },
      { kind: 'client', text: 'Al' },
      { kind: 'title', text: 'ava chen' },
    ])
    expect(of('AVA  CHEN')).toBe('client-1')
    expect(clean('Ava Chen, AVA CHEN, Ava%20Chen, ava\n chen; Al is not in Also.')).toBe(
      'client-1, client-1, client-1, client-1; client-2 is not in Also.',
    )
  })

  it('leave nothing of any text, longest first', () => {
    const word = fc.stringMatching(/^[a-zäöß(+.*]{3,9}( [a-z\\?$]{2,6})?$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const { clean } = pseudonymsFor(words.map((text) => ({ kind: 'K', text })))
        const telling = words.filter((text) => (text.match(/\p{L}/gu) ?? []).length >= 2)
        const cleaned = clean(words.join(' | ')).split(' | ')
        for (const part of telling) expect(cleaned).not.toContain(part)
      }),
    )
  })

  it('leave numbers and times in a log alone', () => {
    const { clean } = pseudonymsFor([
      { kind: 'title', text: '2026' },
      { kind: 'title', text: '' },
      { kind: 'title', text: '#' },
    ])
    expect(clean('2026-03-04 09:00 #1')).toBe('2026-03-04 09:00 #1')
  })
})
