import { once } from 'node:events'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { MINUTE, type Instant } from '../../src/domain/interval.ts'
import { ok, type Result } from '../../src/domain/failure.ts'
import type { AccountView } from '../../src/domain/views.ts'
import { createTransport } from '../../src/main/caldav/transport.ts'
import { createBrowserSignIn } from '../../src/main/sign-in/browser-sign-in.ts'
import type { Grant } from '../../src/main/sign-in/login-flow.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { serveLoginFlow } from '../support/servers/login-flow.ts'
import { NOW } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'

const account: AccountView = {
  id: 'account',
  label: 'Studio',
  baseUrl: 'https://cloud.example',
  username: 'desk',
  calendarBasePath: '/remote.php/dav/calendars',
  password: 'memory',
  frozen: false,
}

let server: Awaited<ReturnType<typeof serveLoginFlow>>

const openDesk = (adopt: (grant: Grant) => Result<AccountView> = () => ok(account)) => {
  const clock = { now: NOW }
  const timers = manualTimers()
  const transport = createTransport()
  onTestFinished(() => transport.close())
  const opened: string[] = []
  const granted: Grant[] = []
  const hosts: string[] = []
  const browser = { works: true }
  const told = { times: 0 }
  const signIn = createBrowserSignIn({
    fetch: (url, init) => {
      hosts.push(new URL(url).host)
      return transport(url, init)
    },
    now: (): Instant => clock.now,
    timers,
    openOutside: async (url) => {
      if (!browser.works) throw new Error('no browser')
      opened.push(url)
    },
    adopt: (grant) => {
      granted.push(grant)
      return adopt(grant)
    },
    tell: () => {
      told.times += 1
    },
  })
  /** Sets off the next poll and waits until the server has heard it. */
  const poll = async (): Promise<void> => {
    const heard = once(server.events, 'polled')
    const [next] = timers.due.splice(0)
    if (!next) throw new Error('No poll is due.')
    clock.now += next.delay
    next.work()
    await heard
  }
  /** Begins, and waits until the page is open. */
  const begin = async (
    baseUrl = server.baseUrl,
  ): Promise<{ done: Promise<Result<AccountView>> }> => {
    const done = signIn.start({ baseUrl })
    await expect.poll(() => signIn.state(), { interval: 2 }).not.toBeNull()
    return { done }
  }
  const nextPollIsDue = () => expect.poll(() => timers.due.length, { interval: 2 }).toBe(1)
  return {
    clock,
    timers,
    signIn,
    opened,
    granted,
    hosts,
    browser,
    told,
    poll,
    begin,
    nextPollIsDue,
  }
}

beforeEach(async () => {
  server = await serveLoginFlow()
  const { stop } = server
  onTestFinished(stop)
})

describe('a sign-in with the browser', () => {
  test('opens the page, waits, and hands the password over once it is given', async () => {
    const desk = openDesk()
    const { done } = await desk.begin(`${server.baseUrl}/apps/calendar/now`)
    expect(desk.opened).toEqual([`${server.baseUrl}/index.php/login/v2/flow/1`])
    expect(desk.signIn.state()).toEqual({
      host: new URL(server.baseUrl).host,
      loginUrl: desk.opened[0],
      until: NOW + 20 * MINUTE,
      trouble: null,
    })
    await desk.poll()
    await desk.nextPollIsDue()
    server.agree()
    await desk.poll()
    expect(valueOf(await done)).toEqual(account)
    expect(desk.granted).toEqual([
      { baseUrl: server.baseUrl, username: 'desk', password: 'app-password-1' },
    ])
    expect(desk.signIn.state()).toBeNull()
    expect(desk.timers.due).toEqual([])
    expect(server.asked.map(({ authorization }) => authorization)).toEqual(['', '', ''])
  })

  test('survives a server that fails, a line that breaks and the page of a guest network', async () => {
    const desk = openDesk()
    const { done } = await desk.begin()
    for (const trouble of [
      [500, 'text/plain', 'oops'],
      [503, 'text/plain', 'busy'],
      [200, 'text/html', '<p>Welcome to our Wi-Fi</p>'],
      'cut',
    ] as const) {
      server.behaviour.poll = trouble
      await desk.poll()
      await desk.nextPollIsDue()
      expect(desk.signIn.state()?.trouble).not.toBeNull()
    }
    server.behaviour.poll = null
    await desk.poll()
    await desk.nextPollIsDue()
    expect(desk.signIn.state()?.trouble).toBeNull()
    server.agree()
    await desk.poll()
    expect((await done).ok).toBe(true)
  })

  test('waits longer while the server fails, and as long as it asks', async () => {
    const desk = openDesk()
    void (await desk.begin())
    server.behaviour.poll = [500, 'text/plain', '']
    const delays: number[] = []
    for (let times = 0; times < 5; times += 1) {
      await desk.poll()
      await desk.nextPollIsDue()
      delays.push(desk.timers.due[0]?.delay ?? 0)
    }
    expect(delays).toEqual([4_000, 8_000, 16_000, 30_000, 30_000])
  })

  test('ends after twenty minutes', async () => {
    const desk = openDesk()
    const { done } = await desk.begin()
    desk.clock.now += 20 * MINUTE
    await desk.poll()
    expect(await done).toMatchObject({
      error: { kind: 'timeout', message: expect.stringContaining('twenty minutes') },
    })
    expect([desk.timers.due, desk.signIn.state()]).toEqual([[], null])
  })

  test('stops at once when it is cancelled, and withdraws what was given a moment before', async () => {
    const desk = openDesk()
    const { done } = await desk.begin()
    const withdrawn = once(server.events, 'withdrawn')
    server.agree()
    desk.signIn.cancel()
    expect(kindOf(await done)).toBe('cancelled')
    expect(await withdrawn).toEqual(['app-password-1'])
    expect(desk.granted).toEqual([])
    expect(desk.timers.due).toEqual([])
    expect(server.asked.at(-1)).toMatchObject({ method: 'DELETE', ocs: 'true' })
  })

  test('gives way to the next one', async () => {
    const desk = openDesk()
    const first = await desk.begin()
    const second = desk.signIn.start({ baseUrl: server.baseUrl })
    expect(kindOf(await first.done)).toBe('cancelled')
    await expect.poll(() => desk.opened.length, { interval: 2 }).toBe(2)
    server.agree()
    await desk.poll()
    expect((await second).ok).toBe(true)
  })

  test('withdraws a password that cannot be kept', async () => {
    const refused = { kind: 'invalid-input', message: 'Somebody else.' } as const
    const desk = openDesk(() => ({ ok: false, error: refused }))
    const { done } = await desk.begin()
    const withdrawn = once(server.events, 'withdrawn')
    server.agree()
    await desk.poll()
    expect(await done).toEqual({ ok: false, error: refused })
    await withdrawn
    expect(server.isValid('app-password-1')).toBe(false)
  })

  test('goes on where no browser opens: the page can be shown again', async () => {
    const desk = openDesk()
    desk.browser.works = false
    const { done } = await desk.begin()
    expect(kindOf(await desk.signIn.showPage())).toBe('not-allowed')
    desk.browser.works = true
    valueOf(await desk.signIn.showPage())
    expect(desk.opened).toHaveLength(1)
    desk.signIn.cancel()
    await done
    expect(kindOf(await desk.signIn.showPage())).toBe('not-found')
  })
})

describe('a server that is not what it should be', () => {
  test.each([
    ['has no such sign-in', [404, 'text/html', '<p>Not found</p>'], 'does not offer'],
    ['shows a page', [200, 'text/html', '<p>Welcome</p>'], 'does not offer'],
    ['answers no JSON', [200, 'application/json', '{"poll"'], 'makes no sense'],
    ['answers other JSON', [200, 'application/json', '{"login":"https://x.example"}'], 'no sense'],
    ['answers far too much', [200, 'application/json', `"${'x'.repeat(70_000)}"`], 'no sense'],
    ['fails', [500, 'text/plain', ''], 'error of its own'],
  ] as const)('%s at the beginning', async (_what, reply, words) => {
    const desk = openDesk()
    server.behaviour.begin = reply
    expect(await desk.signIn.start({ baseUrl: server.baseUrl })).toMatchObject({
      error: { message: expect.stringContaining(words) },
    })
    expect([desk.opened, desk.timers.due]).toEqual([[], []])
  })

  test.each([
    ['another host', (right: string) => right.replace('127.0.0.1', 'evil.example')],
    ['another port', (right: string) => right.replace(/:\d+/, ':1')],
    ['a host in disguise', (right: string) => right.replace('//', '//evil.example/@')],
    ['another scheme', () => 'file:///etc/passwd'],
  ])('sends the sign-in to %s', async (_what, address) => {
    const desk = openDesk()
    server.behaviour.address = address
    expect(kindOf(await desk.signIn.start({ baseUrl: server.baseUrl }))).toBe('redirect')
    expect(desk.opened).toEqual([])
    expect(new Set(desk.hosts)).toEqual(new Set([new URL(server.baseUrl).host]))
  })

  test('sends the password to another server: it is withdrawn where it came from', async () => {
    const desk = openDesk()
    const { done } = await desk.begin()
    const withdrawn = once(server.events, 'withdrawn')
    server.behaviour.address = () => 'https://evil.example'
    server.agree()
    await desk.poll()
    expect(kindOf(await done)).toBe('redirect')
    await withdrawn
    expect(desk.granted).toEqual([])
    expect(new Set(desk.hosts)).toEqual(new Set([new URL(server.baseUrl).host]))
  })

  test.each([
    ['no JSON', [200, 'application/json', 'yes'], 'not-caldav'],
    ['no password', [200, 'application/json', '{"server":"https://x.example"}'], 'not-caldav'],
    ['forbidden', [403, 'text/plain', ''], 'forbidden'],
  ] as const)('answers the question how it went with %s', async (_what, reply, kind) => {
    const desk = openDesk()
    const { done } = await desk.begin()
    server.behaviour.poll = reply
    await desk.poll()
    expect(kindOf(await done)).toBe(kind)
    expect(desk.timers.due).toEqual([])
  })

  test.each([
    ['http://cloud.example', 'not-allowed'],
    ['http://10.0.0.5', 'not-allowed'],
    ['https://our cloud', 'invalid-input'],
  ])('is not asked at all at %s', async (baseUrl, kind) => {
    const desk = openDesk()
    expect(kindOf(await desk.signIn.start({ baseUrl }))).toBe(kind)
    expect(desk.hosts).toEqual([])
  })

  test('that calls itself http behind its proxy is asked over https all the same', async () => {
    const asked: string[] = []
    const signIn = createBrowserSignIn({
      fetch: async (url) => {
        asked.push(url)
        const poll = { token: 't', endpoint: 'http://cloud.example/index.php/login/v2/poll' }
        return Response.json({ poll, login: 'http://cloud.example/index.php/login/v2/flow/1' })
      },
      now: () => NOW,
      timers: manualTimers(),
      openOutside: async (url) => void asked.push(url),
      adopt: () => ok(account),
      tell: () => undefined,
    })
    void signIn.start({ baseUrl: 'https://cloud.example' })
    await expect.poll(() => asked.length, { interval: 2 }).toBe(2)
    expect(asked[1]).toBe('https://cloud.example/index.php/login/v2/flow/1')
  })
})
