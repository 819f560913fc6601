import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok, type Result } from '../../src/domain/failure.ts'
import type { ImportColumn } from '../../src/domain/import.ts'
import { importUseCases } from '../../src/main/import/use-cases.ts'
import { kindOf, valueOf } from '../support/results.ts'
import {
  addAccount,
  addArtist,
  addCalendar,
  NOW,
  openTestStore,
  temporaryFolder,
} from '../support/store.ts'

const HOME = 'https://cloud.example/remote.php/dav/calendars/desk/'

const openDesk = (
  backUp: () => Promise<Result<unknown>> = async () => ok(null),
  tell: () => void = () => undefined,
) => {
  const store = openTestStore()
  const folder = temporaryFolder()
  const saved: string[] = []
  const useCases = importUseCases({
    store,
    now: () => NOW,
    newId: randomUUID,
    chooseFile: async ({ name }) => {
      saved.push(join(folder, name))
      return join(folder, name)
    },
    backUp,
    tell,
  })
  const bad = () => valueOf(useCases.rows({ from: 0, count: 200, state: 'bad' }))
  const there = () => valueOf(useCases.rows({ from: 0, count: 200, state: 'there' }))
  const savedText = () => readFileSync(saved.at(-1) ?? '', 'utf8')
  return { store, useCases, bad, there, saved, savedText }
}

const read = async (desk: ReturnType<typeof openDesk>, text: string) =>
  valueOf(await desk.useCases.read({ text }))

const words = ({ column, message }: { column: ImportColumn; message: string }): string =>
  `${column} ${message}`

describe('reading a list', () => {
  const list = 'artist;calendar;role\nMara;https://cloud.example/dav/mara/;booking\n'

  test.each([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${list}`)],
    ['UTF-16', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${list}`, 'utf16le').swap16()],
    ['commas', Buffer.from(list.replaceAll(';', ','))],
    ['tabs', Buffer.from(list.replaceAll(';', '\t'))],
    ['line ends of Windows', Buffer.from(list.replaceAll('\n', '\r\n'))],
    ['other cases and spaces', Buffer.from(list.replace('artist;', ' Artist ;'))],
    ['JSON', Buffer.from('[{"artist":"Mara","calendar":"https://cloud.example/dav/mara/"}]')],
  ])('in %s', async (_what, bytes) => {
    const desk = openDesk()
    addAccount(desk.store)
    const preview = valueOf(await desk.useCases.read({ bytes }))
    expect(preview.counts).toEqual({ good: 1, bad: 0, there: 0 })
    expect(preview.unknownColumns).toEqual([])
  })

  test('an old Windows encoding keeps its letters', async () => {
    const desk = openDesk()
    valueOf(
      await desk.useCases.read({ bytes: Buffer.from('artist\nJ\u00fcrgen Bl\u00f6\n', 'latin1') }),
    )
    expect(valueOf(desk.useCases.rows({ from: 0, count: 1 }))[0]?.cells.artist).toBe('Jürgen Blö')
  })

  test.each([
    ['nothing', ' \n', 'There is nothing in it.'],
    ['only a heading', 'artist\n', 'There is nothing in it.'],
    ['no artists', 'client,phone\nAva,1\n', 'There is no column “artist”.'],
    ['a quotation mark that is never closed', 'artist\n"Mara\n', 'cannot be read from line'],
    ['half of a JSON list', '[{"artist":"Mara"}', 'not complete JSON'],
    ['JSON that is no list', '{"artist":"Mara"}', 'not a list of rows'],
    ['far too many rows', `artist\n${'x\n'.repeat(50_001)}`, '50000 rows'],
  ])('that has %s is refused as a whole', async (_what, text, message) => {
    const desk = openDesk()
    expect(await desk.useCases.read({ text })).toMatchObject({
      error: { message: expect.stringContaining(message) },
    })
    expect(kindOf(desk.useCases.rows({ from: 0, count: 1 }))).toBe('not-found')
    expect(desk.useCases.state()).toBeNull()
  })

  test('names the columns that mean nothing here', async () => {
    const desk = openDesk()
    const { unknownColumns } = await read(desk, 'artist,shoe size,problem\nMara,38,\n')
    expect(unknownColumns).toEqual(['shoe size'])
  })

  test('can be stopped, and a new one takes the place of the old', async () => {
    const desk = openDesk()
    const rows = `artist\n${Array.from({ length: 3_000 }, (_, at) => `Artist ${at}\n`).join('')}`
    const first = desk.useCases.read({ text: rows })
    desk.useCases.cancel()
    expect(kindOf(await first)).toBe('cancelled')
    const second = desk.useCases.read({ text: rows })
    const third = desk.useCases.read({ text: 'artist\nMara\n' })
    expect(kindOf(await second)).toBe('cancelled')
    expect(valueOf(await third).counts.good).toBe(1)
  })
})

describe('judging the rows', () => {
  test.each<[string, string, string[]]>([
    ['no name', 'artist,colour\n,3\n', ['artist must not be empty.']],
    [
      'a colour that is none',
      'artist,colour\nMara,13\n',
      ['colour must be a whole number from 1 to 12.'],
    ],
    [
      'two cells at once',
      'artist,active,tuesday\nMara,maybe,late\n',
      [
        'active must be yes or no.',
        'tuesday must be times such as 11:00-19:00, or closed.',
      ].toReversed(),
    ],
    [
      'hours that end before they begin',
      'artist,monday\nMara,19-11\n',
      ['monday must be times such as 11:00-19:00, or closed.'],
    ],
    [
      'hours that overlap',
      'artist,monday\nMara,11-14 13-19\n',
      ['monday must be times such as 11:00-19:00, or closed.'],
    ],
    ['a role without a calendar', 'artist,role\nMara,booking\n', ['calendar is missing.']],
    [
      'a role that is none',
      'artist,calendar,role\nMara,mara,both\n',
      ['role must be booking or blocking.'],
    ],
    [
      'a user without a server',
      'artist,username,calendar\nMara,desk,mara\n',
      ['server is missing.'],
    ],
    [
      'a server without a user',
      'artist,server,calendar\nMara,cloud.example,mara\n',
      ['username is missing.'],
    ],
    [
      'a server that is none',
      'artist,server,username,calendar\nMara,our cloud,desk,mara\n',
      ['server is not the address of a server.'],
    ],
    [
      'a password in the address',
      'artist,server,username,calendar\nMara,https://a:b@cloud.example,desk,m\n',
      ['server is not the address of a server.'],
    ],
    [
      'a public link',
      'artist,server,username,calendar\nMara,cloud.example,desk,https://cloud.example/remote.php/dav/public-calendars/x\n',
      ['calendar This is a public link; bookings cannot be written through it.'],
    ],
    [
      'a calendar elsewhere',
      'artist,server,username,calendar\nMara,cloud.example,desk,https://evil.example/c/\n',
      ['calendar This calendar is on evil.example, the account on cloud.example.'],
    ],
  ])('%s', async (_what, text, problems) => {
    const desk = openDesk()
    expect((await read(desk, text)).counts.bad).toBe(1)
    expect(desk.bad()[0]?.problems.map(words)).toEqual(problems)
  })

  test('against each other: booked twice, one calendar for two, the same twice', async () => {
    const desk = openDesk()
    addAccount(desk.store)
    const { counts } = await read(
      desk,
      `artist,calendar,role
Mara,mara,booking
Mara,walk-ins,booking
Jonas,mara,booking
Jonas,mara,
MARA,mara,
Mara,mara-2,
Ilka,,
Ilka,,
`,
    )
    expect(counts).toEqual({ good: 4, bad: 2, there: 2 })
    expect(desk.bad().map(({ line, problems }) => [line, problems.map(words).join()])).toEqual([
      [3, 'role Mara has a booking calendar in line 2 already.'],
      [4, 'calendar Another artist’s bookings go into this calendar.'],
    ])
    expect(desk.there().map(({ line, problems }) => [line, problems.map(words).join()])).toEqual([
      [6, 'calendar is in line 2 already.'],
      [9, 'artist is in line 8 already.'],
    ])
    valueOf(await desk.useCases.apply())
    const names = new Map(desk.store.read.artists.all().map(({ id, name }) => [id, name]))
    expect(
      desk.store.read.calendars
        .all()
        .map(({ artistId, url, role }) => [names.get(artistId), url, role]),
    ).toEqual([
      ['Mara', `${HOME}mara/`, 'booking'],
      ['Jonas', `${HOME}mara/`, 'blocking'],
      ['Mara', `${HOME}mara-2/`, 'blocking'],
    ])
  })

  test('against what is there', async () => {
    const desk = openDesk()
    const account = addAccount(desk.store)
    const mara = addArtist(desk.store, { name: 'Mara' })
    addArtist(desk.store, { name: 'Kim' })
    addArtist(desk.store, { name: 'kim' })
    addCalendar(desk.store, { artistId: mara.id, accountId: account.id, url: `${HOME}mara/` })
    await read(
      desk,
      'artist,calendar,role\nmara,mara,\nMara,\nMara,new,booking\nKim,kim,\nJonas,mara,booking\n',
    )
    expect(desk.there().map(({ problems }) => problems.map(words))).toEqual([
      ['calendar is there already.'],
      ['artist is there already.'],
    ])
    expect(desk.bad().map(({ problems }) => problems.map(words))).toEqual([
      ['role Mara has a booking calendar already.'],
      ['artist is the name of several artists.'],
      ['calendar Another artist’s bookings go into this calendar.'],
    ])
  })
})

describe('importing', () => {
  const list = `artist,colour,active,monday,tuesday,session_minutes,buffer_after,server,username,calendar,calendar_name,free_does_not_block
Mara Voss,4,yes,11:00-14:00 15-19,closed,90,15,https://cloud.example/,desk,mara,Mara’s book,ja
Jonas,,no,,,,,cloud.example,jonas,https://cloud.example/remote.php/dav/calendars/jonas/work,,
`
  test('makes artists, calendars and the accounts they need, without a password', async () => {
    const desk = openDesk()
    const account = addAccount(desk.store)
    const studio = desk.store.read.settings.get()
    await read(desk, list)
    expect(desk.store.read.artists.all()).toEqual([])
    expect(valueOf(await desk.useCases.apply())).toEqual({
      artists: 2,
      calendars: 2,
      accounts: 1,
      left: 0,
    })
    const [mara, jonas] = desk.store.read.artists.all()
    expect(mara).toMatchObject({
      name: 'Mara Voss',
      ink: 4,
      active: true,
      sessionMinutes: 90,
      bufferBefore: 0,
      bufferAfter: 15,
      hours: [
        [
          { from: 660, to: 840 },
          { from: 900, to: 1140 },
        ],
        [],
        ...studio.hours.slice(2),
      ],
    })
    expect(jonas).toMatchObject({ name: 'Jonas', ink: 1, active: false, hours: studio.hours })
    expect(desk.store.read.calendars.all()).toMatchObject([
      {
        artistId: mara?.id,
        accountId: account.id,
        url: `${HOME}mara/`,
        name: 'Mara’s book',
        role: 'booking',
        freeDoesNotBlock: true,
      },
      { artistId: jonas?.id, role: 'booking', name: 'work' },
    ])
    expect(desk.store.read.accounts.all()[1]).toMatchObject({ username: 'jonas', secret: null })
  })

  const long = `artist\n${Array.from({ length: 1_500 }, (_, at) => `Artist ${at}`).join('\n')}`

  test('tells how far a long one has come, and leaves nothing behind where it is stopped', async () => {
    const seen: (number | undefined)[] = []
    const desk = openDesk(undefined, () => {
      const done = desk.useCases.state()?.done
      seen.push(done)
      if (done === 1_000 && stops) desk.useCases.cancel()
    })
    let stops = false
    await read(desk, long)
    stops = true
    seen.length = 0
    const stopped = await desk.useCases.apply()
    expect([kindOf(stopped), seen]).toEqual(['cancelled', [0, 500, 1_000, undefined]])
    expect(desk.store.read.artists.all()).toEqual([])
    expect(kindOf(await desk.useCases.apply())).toBe('not-found')

    stops = false
    await read(desk, long)
    expect(valueOf(await desk.useCases.apply())).toMatchObject({ artists: 1_500, left: 0 })
  })

  test('judges a long one again where something came in between', async () => {
    const desk = openDesk(undefined, () => {
      if (desk.useCases.state()?.done !== 1_500 || !isMeanwhile) return
      isMeanwhile = false
      addArtist(desk.store, { name: 'Artist 7' })
    })
    let isMeanwhile = false
    await read(desk, long)
    isMeanwhile = true
    expect(valueOf(await desk.useCases.apply())).toMatchObject({ artists: 1_499, left: 1 })
    const names = desk.store.read.artists.all().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('judges once more by what is there at that moment, and imports nothing twice', async () => {
    const desk = openDesk()
    addAccount(desk.store)
    await read(desk, list)
    addArtist(desk.store, { name: 'Jonas' })
    valueOf(await desk.useCases.apply())
    expect(desk.store.read.artists.all()).toHaveLength(2)
    expect(valueOf(await desk.useCases.apply())).toEqual({
      artists: 0,
      calendars: 0,
      accounts: 0,
      left: 2,
    })
    expect(desk.store.read.artists.all()).toHaveLength(2)
  })

  test.each(['csv', 'json'] as const)(
    'what is exported as %s is imported elsewhere as it was',
    async (format) => {
      const here = openDesk()
      addAccount(here.store)
      await read(here, `${list}=SUM(1),,,,,,,,,,,\n`)
      valueOf(await here.useCases.apply())
      valueOf(await here.useCases.saveAll({ format }))
      if (format === 'csv') expect(here.savedText()).toContain(`"'=SUM(1)"`.replaceAll('"', ''))
      const there = openDesk()
      const { counts } = valueOf(await there.useCases.read({ text: here.savedText() }))
      expect(counts).toEqual({ good: 3, bad: 0, there: 0 })
      valueOf(await there.useCases.apply())
      const bare = ({ store }: ReturnType<typeof openDesk>) => [
        store.read.artists.all().map((artist) => Object.assign(artist, { id: '' })),
        store.read.calendars
          .all()
          .map(({ url, name, role, freeDoesNotBlock }) => ({ url, name, role, freeDoesNotBlock })),
      ]
      expect(bare(there)).toEqual(bare(here))
    },
  )

  test('the rows that are wrong are saved in the same format, with what is wrong, and can be read again', async () => {
    const desk = openDesk()
    await read(desk, `artist,colour,notes\nMara,2,x\n"Jonas, Behr",99,y\n`)
    expect(valueOf(await desk.useCases.saveBadRows())).toEqual({
      file: 'rows-to-correct-2026-03-04.csv',
    })
    expect(desk.savedText()).toContain('colour: must be a whole number from 1 to 12.')
    const again = valueOf(await desk.useCases.read({ text: desk.savedText().replace('99', '9') }))
    expect(again).toEqual({
      format: 'csv',
      counts: { good: 1, bad: 0, there: 0 },
      unknownColumns: [],
    })
    expect(valueOf(desk.useCases.rows({ from: 0, count: 9 }))[0]?.cells.artist).toBe('Jonas, Behr')
  })

  test('nothing is imported where the database cannot be backed up first', async () => {
    const desk = openDesk(async () => fail('disk-full', 'The disk is full.'))
    await read(desk, 'artist\nMara\n')
    expect(kindOf(await desk.useCases.apply())).toBe('disk-full')
    expect(desk.store.read.artists.all()).toEqual([])
  })

  test('nothing is imported where one row cannot be stored', async () => {
    const desk = openDesk()
    const { store } = desk
    const taken = randomUUID()
    const useCases = importUseCases({
      store,
      now: () => NOW,
      newId: () => taken,
      chooseFile: async () => null,
      backUp: async () => ok(null),
      tell: () => undefined,
    })
    valueOf(await useCases.read({ text: 'artist\nMara\nJonas\n' }))
    await expect(useCases.apply()).rejects.toThrow(/UNIQUE/)
    expect(store.read.artists.all()).toEqual([])
  })
})
