import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { refused, status, truncated, type Fault } from '../../src/main/sample/server/faults.ts'
import { script } from '../support/script.ts'
import { eventText } from '../support/servers/events.ts'
import { addAccount, addArtist, addCalendar } from '../support/store.ts'
import { connected, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'

const accountOf = ({ store, account }: TestStudio) => store.read.accounts.get(account.id)

const unhindered = { blockedUntil: null, blockedBy: null, failures: 0, frozenAt: null }

const rows = ({ store }: TestStudio) => store.read.syncLogs.list({ limit: 50 })

/** Mara's and Jonas's calendars in one account, both read; then there is something new in each. */
const withTwo = async () => {
  const studio = await connected()
  const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
  const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
  const accountId = studio.account.id
  const jonas = addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
  await studio.sync()
  for (const calendar of [studio.url, url])
    studio.server.put(calendar, 'dentist.ics', eventText('dentist'))
  const known = (calendar: { id: string }): number =>
    studio.store.read.objects.states(calendar.id).length
  const failures = (): unknown =>
    studio.engine.status().artists.map(({ failure }) => failure?.kind ?? null)
  return { ...studio, studio, jonas, known, failures }
}

const mara = ['REPORT mara/ since', 'GET mara/dentist.ics'] as const
const jonas = ['REPORT jonas/ since', 'GET jonas/dentist.ics'] as const

/** The look leaves out one calendar, or says of it that it may not be seen. */
const without =
  (name: string, instead = ''): Fault =>
  async (_request, carryOut) => {
    const whole = await carryOut()
    const row = new RegExp(`<d:response><d:href>[^<]*/${name}/</d:href>.*?</d:response>`, 's')
    const body = whole.body.replace(row, instead)
    if (body === whole.body) throw new Error('The look has no such calendar.')
    return { ...whole, body }
  }

const forbidden =
  '<d:response><d:href>/remote.php/dav/calendars/desk/mara/</d:href><d:status>HTTP/1.1 403 No</d:status></d:response>'

describe('one calendar that fails leaves the others to be read', () => {
  it.each<[string, Fault]>([
    ['left out of the look', without('mara')],
    ['refused in the look', without('mara', forbidden)],
  ])('%s: it is asked itself', async (_, fault) => {
    const { studio, jonas: second, known, failures, calendar } = await withTwo()
    const gone: Fault = status(404)
    await script(
      studio.server,
      [[look, fault], ['REPORT mara/ since', gone], ...jonas],
      studio.sync,
    )
    expect(failures()).toEqual(['calendar-gone', null])
    expect([known(calendar), known(second)]).toEqual([0, 1])
    expect(accountOf(studio)).toMatchObject(unhindered)
    await script(studio.server, [look, ...mara], studio.sync)
    expect(failures()).toEqual([null, null])
    expect(known(calendar)).toBe(1)
  })

  it.each<[string, Fault, string]>([
    ['gone', status(404), 'calendar-gone'],
    ['cut off', truncated(), 'truncated'],
  ])('%s while it is read: only it says so, and the account goes on', async (_, fault, kind) => {
    const { studio, jonas: second, known, failures, calendar } = await withTwo()
    const before = rows(studio).length
    await script(studio.server, [look, [mara[0], fault], ...jonas], studio.sync)
    expect(failures()).toEqual([kind, null])
    expect(known(second)).toBe(1)
    expect(accountOf(studio)).toMatchObject(unhindered)
    const written = rows(studio).slice(0, rows(studio).length - before)
    expect(written.map(({ calendarId, outcome }) => [calendarId, outcome])).toEqual(
      expect.arrayContaining([
        [calendar.id, 'failed'],
        [second.id, 'ok'],
      ]),
    )
    expect(written).toHaveLength(2)
  })

  it('a look that is not allowed: each is asked itself', async () => {
    const { studio, jonas: second, known, failures, calendar } = await withTwo()
    await script(
      studio.server,
      [[look, status(403)], mara[0], jonas[0], mara[1], jonas[1]],
      studio.sync,
    )
    expect(failures()).toEqual([null, null])
    expect([known(calendar), known(second)]).toEqual([1, 1])
    expect(accountOf(studio)).toMatchObject(unhindered)
  })
})

/** How many minutes the account is left alone after one more failure, which pass. */
const waited = async (studio: TestStudio): Promise<number> => {
  const stop = studio.server.faults.always({}, refused())
  await studio.engine.run({ trigger: 'timer' })
  stop()
  const until = Number(accountOf(studio)?.blockedUntil)
  const minutes = (until - studio.clock.now) / MINUTE
  studio.clock.now = until
  return minutes
}

describe('failures in a row', () => {
  it('begin anew after a success', async () => {
    const studio = await connected()
    // The middle of all chances.
    expect(await waited(studio)).toBe(0.75)
    expect(await waited(studio)).toBe(1.25)
    expect(accountOf(studio)?.failures).toBe(2)
    await script(studio.server, [look], () => studio.engine.run({ trigger: 'timer' }))
    expect(accountOf(studio)).toMatchObject(unhindered)
    expect(await waited(studio)).toBe(0.75)
  })

  it('are none for an account that only had to leave its server alone', async () => {
    const studio = await connected()
    const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
    const other = addAccount(studio.store, { baseUrl: studio.server.origin, username: 'desk' })
    const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
    addCalendar(studio.store, { artistId, accountId: other.id, url, lastSuccessAt: null })
    studio.server.faults.next({}, status(503, { 'Retry-After': '600' }))
    await studio.engine.run({ trigger: 'button', artistId: studio.artist.id })
    const otherNow = () => studio.store.read.accounts.get(other.id)
    expect(otherNow()).toMatchObject({ blockedBy: 'server', failures: 0 })
    expect(accountOf(studio)).toMatchObject({ blockedBy: 'server', failures: 1 })
    studio.clock.now += 10 * MINUTE
    await studio.sync()
    expect(otherNow()).toMatchObject(unhindered)
    expect(accountOf(studio)).toMatchObject(unhindered)
  })
})

describe('an account that waits for a password', () => {
  it.each<[string, (studio: TestStudio) => void]>([
    ['sign-in-needed', (studio) => (studio.password.value = null)],
    [
      'sign-in',
      (studio) =>
        studio.store.transaction((tx) => tx.accounts.update(studio.account.id, { frozenAt: 1 })),
    ],
  ])(
    'says so once in the log, and again to whoever presses the button (%s)',
    async (kind, arrange) => {
      const { studio, failures } = await withTwo()
      arrange(studio)
      const before = rows(studio).length
      const logged = (): number => rows(studio).length - before
      const run = async (trigger: 'timer' | 'button'): Promise<void> =>
        script(studio.server, [], () => studio.engine.run({ trigger }))
      await run('timer')
      await run('timer')
      expect(failures()).toEqual([kind, kind])
      expect(logged()).toBe(2)
      await run('button')
      expect(logged()).toBe(4)
      expect(rows(studio)[0]).toMatchObject({
        outcome: 'failed',
        errorKind: kind,
        trigger: 'button',
      })
    },
  )

  it('says each time that a server cannot be reached', async () => {
    const { studio } = await withTwo()
    const before = rows(studio).length
    for (let time = 1; time <= 2; time++) {
      await script(studio.server, [[look, refused()]], () =>
        studio.engine.run({ trigger: 'timer' }),
      )
      studio.clock.now += 20 * MINUTE
      expect(rows(studio)).toHaveLength(before + 2 * time)
    }
  })
})
