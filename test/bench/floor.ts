import { multigetBody, propfindBody, syncBody } from '../../src/main/caldav/bodies.ts'
import { calendarProperties } from '../../src/main/caldav/calendar-rows.ts'
import { atOnce, expectStatus, type Bare } from './bare.ts'
import { benchEvent } from './events.ts'
import { medianWall, wallOf } from './measure.ts'

/** The server's own times in ms for the work the engine is measured with, by bare requests. */
export interface Floor {
  readonly firstPull: number
  readonly firstPullRequests: number
  readonly look: number
  readonly tenChanges: number
  readonly push: number
}

const withData = syncBody(null).replace('<D:getetag/>', '<D:getetag/><C:calendar-data/>')

const hrefsIn = (text: string): string[] =>
  [...text.matchAll(/<(?:\w+:)?href>([^<]+\.ics)<\//g)].map(([, href]) => href ?? '')

const tokenIn = (text: string): string | null =>
  /<(?:\w+:)?sync-token>([^<]+)</.exec(text)?.[1] ?? null

/** Everything in a calendar; `token` is null where the server has no sync-collection. */
export const listing = async (
  bare: Bare,
  url: string,
  since: string | null = null,
): Promise<{ hrefs: string[]; token: string | null }> => {
  const synced = await bare.xml('REPORT', url, '0', syncBody(since))
  if (synced.status === 207) return { hrefs: hrefsIn(synced.text), token: tokenIn(synced.text) }
  const found = await bare.xml('PROPFIND', url, '1', propfindBody(['D:getetag']))
  return { hrefs: hrefsIn(expectStatus(found, 207).text), token: null }
}

const multiget = async (bare: Bare, url: string, hrefs: readonly string[]): Promise<void> => {
  const batches: (readonly string[])[] = []
  for (let at = 0; at < hrefs.length; at += 500) batches.push(hrefs.slice(at, at + 500))
  await atOnce(
    2,
    batches.map((batch) => async () => {
      expectStatus(await bare.xml('REPORT', url, '1', multigetBody(batch)), 207)
    }),
  )
}

const firstPull = async (bare: Bare, url: string): Promise<[wall: number, requests: number]> => {
  const { hrefs, token } = await listing(bare, url)
  const listed = await wallOf(() => listing(bare, url))
  const parts = listed + (await wallOf(() => multiget(bare, url, hrefs)))
  const requests = 1 + Math.ceil(hrefs.length / 500)
  if (token === null) return [parts, requests]
  const whole = await wallOf(async () => {
    expectStatus(await bare.xml('REPORT', url, '0', withData), 207)
  })
  return whole < parts ? [whole, 1] : [parts, requests]
}

/** The events the floor writes and leaves behind; ten of them are changed again later. */
export const pushed = (url: string): string[] =>
  Array.from({ length: 100 }, (_, index) => `${url}floor-${index}.ics`)

/** Ten changes as somebody else would make them. */
export const changeTen = async (bare: Bare, url: string): Promise<void> => {
  const changes = pushed(url)
    .slice(0, 10)
    .map((target, index) => async () => {
      const { text } = benchEvent(index * 5 + 2, Date.now(), 'floor')
      const marked = text.replace('SUMMARY:', `SUMMARY:Changed ${Date.now()} `)
      const uid = `floor-${index}@linework-bench`
      expectStatus(await bare.put(target, marked.replace(/UID:.*/, `UID:${uid}`)), 201, 204)
    })
  await atOnce(4, changes)
}

export const measureFloor = async (bare: Bare, url: string): Promise<Floor> => {
  const [pull, firstPullRequests] = await firstPull(bare, url)
  const look = await medianWall(() =>
    bare.xml('PROPFIND', new URL('..', url).href, '1', propfindBody(calendarProperties)),
  )
  const push = await wallOf(() =>
    atOnce(
      4,
      pushed(url).map((target, index) => async () => {
        const { text } = benchEvent(index * 5 + 2, Date.now(), 'floor')
        const uid = `floor-${index}@linework-bench`
        const answer = await bare.put(target, text.replace(/UID:.*/, `UID:${uid}`))
        expectStatus(answer, 201, 204)
      }),
    ),
  )
  const { token } = await listing(bare, url)
  await changeTen(bare, url)
  const ten = pushed(url)
    .slice(0, 10)
    .map((target) => new URL(target).pathname)
  const tenChanges = await wallOf(async () => {
    await listing(bare, url, token)
    await multiget(bare, url, ten)
  })
  return { firstPull: pull, firstPullRequests, look, tenChanges, push }
}
