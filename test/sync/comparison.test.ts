import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import {
  cut,
  insideMultistatus,
  status,
  truncated,
  type Fault,
  withoutEtag,
  withoutProperties,
} from '../../src/main/sample/server/faults.ts'
import type { DavAnswer } from '../../src/main/sample/server/http.ts'
import { script } from '../support/script.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const since = 'REPORT mara/ since'
const all = 'REPORT mara/ all'
const listing = 'PROPFIND mara/ 1'

const dentist = (n = 1): string =>
  eventText(`dentist${n}`, [
    'SUMMARY:Dentist',
    `DTSTART:2026031${n}T133000Z`,
    `DTEND:2026031${n}T143000Z`,
  ])

const titles = (studio: TestStudio): string[] =>
  studio.store.read.busy.overlapping([studio.calendar.id], 0, 8.64e15).map(({ title }) => title)

const failureOf = (studio: TestStudio): string | undefined =>
  studio.engine.status().artists[0]?.failure?.kind

/** A calendar with a booking and an event that was read; then the event is deleted. */
const withOneDeleted = async (): Promise<TestStudio> => {
  const studio = await connected()
  studio.server.put(studio.url, 'dentist.ics', dentist())
  await book(studio)
  expect(titles(studio)).toContain('Dentist')
  studio.server.remove(studio.url, 'dentist.ics')
  return studio
}

/** Carried out, with another body. */
const edited =
  (change: (body: string) => string): Fault =>
  async (_request, carryOut): Promise<DavAnswer> => {
    const whole = await carryOut()
    const body = change(whole.body)
    if (body === whole.body) throw new Error('The edit changed nothing.')
    return { ...whole, body }
  }

const rows = /<(\w+:)?response>.*<\/(\w+:)?response>/s
const token = /(sync-token>[^<]*?)(\d+)(<)/
const withToken = (body: string, change: (number: number) => number): string =>
  body.replace(token, (_, head: string, number: string, tail: string) =>
    [head, change(Number(number)), tail].join(''),
  )
const oneMore =
  '<d:response><d:href>/x.ics</d:href><d:status>HTTP/1.1 500 Odd</d:status></d:response>'
const withNamespace = (row: string): string => row.replace('response>', 'response xmlns:d="DAV:">')

describe('what calls for a complete comparison, which finds what is gone', () => {
  it.each<[string, Fault]>([
    ...[400, 403, 409, 410, 412, 415, 500, 501, 507].map((code): [string, Fault] => [
      `${code} to the token`,
      status(code),
    ]),
    ['the token in a 207 around an error', insideMultistatus(403)],
    [
      'an answer without a token',
      edited((body) => body.replace(/<\w*:?sync-token>.*sync-token>/, '')),
    ],
    ['a token that went back', edited((body) => withToken(body, () => 0))],
    [
      'a token that moved without a change',
      edited((body) => withToken(body.replace(rows, ''), (number) => number + 1)),
    ],
    [
      'a member with a status other than 200 and 404',
      edited((body) => body.replace(/(?=<(\w+:)?sync-token>)/, withNamespace(oneMore))),
    ],
  ])('%s', async (_, fault) => {
    const studio = await withOneDeleted()
    await script(studio.server, [look, [since, fault], all], studio.sync)
    expect(titles(studio)).not.toContain('Dentist')
    expect(failureOf(studio)).toBeUndefined()
    await script(studio.server, [look], studio.sync)
  })

  it('a server set back to a backup: it takes a token from its future as valid', async () => {
    const studio = await connected()
    studio.server.quirks.acceptFutureTokens = true
    const backup = studio.server.snapshot()
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    studio.server.restore(backup)
    await script(studio.server, [look, since, all], studio.sync)
    expect(titles(studio)).toEqual([])
  })

  it('a day since the last one, although the server says that nothing has changed', async () => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await studio.sync()
    studio.clock.now += DAY - HOUR
    await script(studio.server, [look], studio.sync)
    studio.clock.now += HOUR
    await script(studio.server, [look, all], studio.sync)
    await script(studio.server, [look], studio.sync)
  })
})

describe('a listing frees only what it is sure to be without', () => {
  it.each<[string, Fault, string]>([
    ['an answer cut off', cut(), 'truncated'],
    ['an answer that ends midway', truncated(), 'truncated'],
    [
      'an answer that is not a 207',
      status(200, {}, '<d:multistatus xmlns:d="DAV:"/>'),
      'not-caldav',
    ],
    ['an answer about nothing', status(207, {}, '<d:multistatus xmlns:d="DAV:"/>'), 'forbidden'],
    [
      'an answer that lacks the calendar itself',
      edited((body) => body.replace(/<(\w+:)?response>.*?<\/(\w+:)?response>/s, '')),
      'truncated',
    ],
    ['a 207 around an error', insideMultistatus(500), 'server-error'],
    ['an error', status(503), 'busy-server'],
  ])('%s', async (_, fault, kind) => {
    const studio = await withOneDeleted()
    studio.server.faults.always({ method: 'REPORT' }, status(403))
    await script(studio.server, [look, since, all, all, [listing, fault]], studio.sync)
    expect(titles(studio)).toContain('Dentist')
    expect(failureOf(studio)).toBe(kind)
    expect(studio.store.read.appointments.views({})).toMatchObject([{ status: 'PENDING' }])
  })

  it('a whole one, where the server has no sync-collection; its ctag then says when to look', async () => {
    const studio = await withOneDeleted()
    studio.server.faults.always({ method: 'REPORT' }, status(403))
    await script(studio.server, [look, since, all, all, listing], studio.sync)
    expect(titles(studio)).not.toContain('Dentist')
    await script(studio.server, [look], studio.sync)
    studio.server.put(studio.url, 'dentist.ics', dentist())
    await script(studio.server, [look, listing, 'GET mara/dentist.ics'], studio.sync)
    expect(titles(studio)).toContain('Dentist')
  })
})

const fill = (studio: TestStudio, numbers: readonly number[]): void => {
  for (const n of numbers) studio.server.put(studio.url, `e${n}.ics`, dentist(n))
}

describe('pages', () => {
  it('are asked for until one is the last, as a 507 about the calendar says', async () => {
    const studio = await connected()
    studio.server.quirks.pageSize = 2
    fill(studio, [1, 2, 3, 4, 5])
    await script(studio.server, [look, since, since, since, 'REPORT mara/ 5 texts'], studio.sync)
    expect(titles(studio)).toHaveLength(5)
  })

  it('that do not get on call for a listing', async () => {
    const studio = await connected()
    fill(studio, [1, 2])
    const again: Fault = async ({ path }, carryOut) => {
      const whole = await carryOut()
      const row = `<d:response><d:href>${path}</d:href><d:status>HTTP/1.1 507 More</d:status></d:response>`
      const body = whole.body.replace(/(?=<(\w+:)?sync-token>)/, withNamespace(row))
      return { ...whole, body: withToken(body, () => stored) }
    }
    const stored = Number(
      /\d+$/.exec(studio.store.read.calendars.get(studio.calendar.id)?.syncToken ?? '')?.[0],
    )
    await script(studio.server, [look, [since, again], all, 'REPORT mara/ 2 texts'], studio.sync)
    expect(titles(studio)).toHaveLength(2)
  })
})

const calendarPath = '/remote.php/dav/calendars/desk/mara/'
const changedRow = (n: number): string =>
  `<d:response><d:href>${calendarPath}e${n}.ics</d:href><d:propstat><d:prop><d:getetag>"${n}"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
const goneRow = (n: number): string =>
  `<d:response><d:href>${calendarPath}e${n}.ics</d:href><d:status>HTTP/1.1 404 Gone</d:status></d:response>`
const moreRow = `<d:response><d:href>${calendarPath}</d:href><d:status>HTTP/1.1 507 More</d:status></d:response>`

/** A page of changes in place of the server's own. */
const page = (number: number, ...members: readonly string[]): Fault =>
  status(
    207,
    { 'Content-Type': 'application/xml' },
    `<d:multistatus xmlns:d="DAV:">${members.join('')}<d:sync-token>urn:page:${number}</d:sync-token></d:multistatus>`,
  )

describe('the last word of several pages counts', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[], number]>([
    ['changed, then gone', [changedRow(1)], [goneRow(1)], [], 0],
    ['gone, then there again', [goneRow(1)], [changedRow(1)], ['GET mara/e1.ics'], 1],
  ])('%s', async (_, before, after, fetched, left) => {
    const studio = await connected()
    fill(studio, [1])
    await studio.sync()
    studio.server.put(studio.url, 'e1.ics', dentist(2))
    await script(
      studio.server,
      [look, [since, page(1, ...before, moreRow)], [since, page(2, ...after)], ...fetched],
      studio.sync,
    )
    expect(titles(studio)).toHaveLength(left)
  })
})

const compare = (studio: TestStudio) => () => studio.engine.run({ trigger: 'button', full: true })

describe('all there is, by sync-collection', () => {
  it('may name what is gone as well, as Radicale does', async () => {
    const studio = await connected()
    fill(studio, [1, 2])
    await studio.sync()
    await script(
      studio.server,
      [look, [all, page(1, changedRow(1), goneRow(2))], 'GET mara/e1.ics'],
      compare(studio),
    )
    expect(titles(studio)).toHaveLength(1)
  })

  it('is not believed where it is odd', async () => {
    const studio = await connected()
    fill(studio, [1, 2])
    await studio.sync()
    const odd: Fault = page(1, changedRow(1), oneMore)
    await script(studio.server, [look, [all, odd], all], compare(studio))
    expect(titles(studio)).toHaveLength(2)
  })

  it.each<[string, Fault, string]>([
    ['cut off', cut(), 'truncated'],
    ['that ends midway', truncated(), 'truncated'],
    ['that is an error', status(503), 'busy-server'],
  ])('frees nothing in an answer %s', async (_, fault, kind) => {
    const studio = await withOneDeleted()
    await script(studio.server, [look, [all, fault]], compare(studio))
    expect(titles(studio)).toContain('Dentist')
    expect(failureOf(studio)).toBe(kind)
  })
})

it('a server that tells neither sync token nor ctag is asked each time', async () => {
  const studio = await connected()
  studio.server.faults.always({ method: 'REPORT' }, status(403))
  const silent = withoutProperties('sync-token', 'getctag')
  await script(studio.server, [[look, silent], since, all, all, listing], studio.sync)
  await script(studio.server, [[look, silent], listing], studio.sync)
  studio.server.put(studio.url, 'dentist.ics', dentist())
  await script(studio.server, [[look, silent], listing, 'GET mara/dentist.ics'], studio.sync)
  expect(titles(studio)).toEqual(['Dentist'])
})

const withEtags = (to: string): Fault =>
  edited((body) => body.replaceAll(/(getetag[^>]*>)(?:"|&quot;)([^<]*)(?:"|&quot;)(?=<)/g, to))

describe('ETags', () => {
  it.each<[string, Fault | null, readonly string[]]>([
    ['strong: what has not changed is not read again', null, []],
    [
      'weak: they prove nothing, the text is read again',
      withEtags('$1W/"$2"'),
      ['GET mara/dentist.ics'],
    ],
    ['missing: the text is read again', withEtags('$1'), ['GET mara/dentist.ics']],
  ])('%s', async (_, fault, again) => {
    const studio = await connected()
    studio.server.put(studio.url, 'dentist.ics', dentist())
    if (fault) {
      studio.server.faults.always({ method: 'REPORT' }, fault)
      studio.server.faults.always({ method: 'GET' }, withoutEtag())
    }
    await studio.sync()
    expect(titles(studio)).toEqual(['Dentist'])
    await script(studio.server, [look, all, ...again], () =>
      studio.engine.run({ trigger: 'button', full: true }),
    )
    expect(titles(studio)).toEqual(['Dentist'])
  })
})
