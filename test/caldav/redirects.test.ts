import { describe, expect, test } from 'vitest'
import { openRemote } from '../../src/main/caldav/client.ts'
import type { Fetch } from '../../src/main/caldav/session.ts'
import type { Remote } from '../../src/main/sync/remote.ts'
import { now } from '../support/caldav.ts'
import { kindOf, valueOf } from '../support/results.ts'

const remoteTo = (locations: readonly string[]): { remote: Remote; asked: string[] } => {
  const asked: string[] = []
  const fetch: Fetch = async (url) => {
    const location = locations[asked.length]
    asked.push(url)
    return location === undefined
      ? new Response('BEGIN:VCALENDAR')
      : new Response(null, { status: 301, headers: { location } })
  }
  const login = {
    baseUrl: 'http://a.example',
    username: 'u',
    password: 'p',
    calendarBasePath: '',
  }
  return { remote: openRemote(login, { fetch, now }), asked }
}
const get = (remote: Remote): ReturnType<Remote['get']> =>
  remote.get('http://a.example/c/', '/c/a.ics')

describe('redirects', () => {
  test('five are followed, to a safer address too', async () => {
    const { remote, asked } = remoteTo(['/1', 'https://a.example/2', '/3', '/4', '/5'])
    expect(valueOf(await get(remote))?.text).toBe('BEGIN:VCALENDAR')
    expect(asked.at(-1)).toBe('https://a.example/5')
    expect(remote.requests).toBe(6)
  })

  test.each([
    [['/1', '/2', '/3', '/4', '/5', '/6'], 6],
    [['https://b.example/'], 1],
    [['https://a.example/', 'http://a.example/'], 2],
    [['http://a.example:8080/'], 1],
    [['http://['], 1],
  ])('%j ends after %i requests', async (locations, requests) => {
    const { remote, asked } = remoteTo(locations)
    expect(kindOf(await get(remote))).toBe('redirect')
    expect(asked).toHaveLength(requests)
  })
})
