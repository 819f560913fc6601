import { EventEmitter, once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectionAgents } from '../../src/main/caldav/agents.ts'
import { createTransport } from '../../src/main/caldav/transport.ts'
import { listenForHints } from '../../src/main/notify/push.ts'
import { serveNotifyPush } from '../support/servers/notify-push.ts'
import { addAccount, addCalendar, NOW, openTestStore } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'

/** Timers set off by hand, that can be waited for. */
const watchedTimers = () => {
  const timers = manualTimers()
  const { due } = timers
  const events = new EventEmitter()
  const until = async (delay: number) => {
    for (;;) {
      const timer = due.find((one) => one.delay === delay)
      if (timer) return timer
      await once(events, 'set')
    }
  }
  return {
    due,
    clear: (timer: unknown): void => timers.clear(timer),
    set: (work: () => void, delay: number): unknown => {
      const timer = timers.set(work, delay)
      events.emit('set')
      return timer
    },
    until,
    fire: async (delay: number): Promise<void> => {
      const timer = await until(delay)
      timers.clear(timer)
      timer.work()
    },
  }
}

const GATHER = 1_000
/** The first wait with the middle of all chances: between 30 s and a minute. */
const FIRST_RETRY = 45_000

const listening = async (prepare: { lastSuccessAt?: number | null } = {}) => {
  const server = await serveNotifyPush()
  onTestFinished(server.stop)
  const store = openTestStore()
  const account = addAccount(store, { baseUrl: server.baseUrl, username: 'desk' })
  const calendar = addCalendar(store, { accountId: account.id, ...prepare })
  const transport = createTransport()
  onTestFinished(transport.close)
  const agents = connectionAgents({ trusted: () => [], connectMs: 10_000 })
  onTestFinished(agents.close)

  const timers = watchedTimers()
  const passwords = new Map([[account.id, 'secret']])
  const looks: string[] = []
  const fetched: string[] = []
  const lines: string[] = []
  const said = new EventEmitter()
  const end = listenForHints({
    store,
    passwordOf: (accountId) => passwords.get(accountId) ?? null,
    look: (accountId) => looks.push(accountId),
    fetch: (url, init) => {
      fetched.push(url)
      return transport(url, init)
    },
    agents,
    now: () => NOW,
    random: () => 0.5,
    timers,
    log: (line) => {
      lines.push(line)
      said.emit('line')
    },
  })
  onTestFinished(end)
  const touchAccount = (patch: { frozenAt?: number | null; username?: string } = {}): void =>
    store.transaction((tx) => tx.accounts.update(account.id, patch))
  const delays = (): number[] => timers.due.map(({ delay }) => delay)
  return {
    server,
    store,
    account,
    calendar,
    timers,
    passwords,
    looks,
    fetched,
    lines,
    said,
    end,
    touchAccount,
    delays,
  }
}

const connected = async () => {
  const studio = await listening()
  await once(studio.server.events, 'signed-in')
  await studio.server.say()
  return studio
}

describe('hints', () => {
  test('a burst of them is one look at the account', async () => {
    const { server, timers, looks, account, delays } = await connected()
    expect(server.asked).toEqual([
      { path: '/ocs/v2.php/cloud/capabilities?format=json', ocs: 'true' },
    ])
    await server.say(...Array.from({ length: 50 }, () => 'notify_activity'))
    expect(delays().filter((delay) => delay === GATHER)).toHaveLength(1)
    await timers.fire(GATHER)
    expect(looks).toEqual([account.id])
  })

  test('come again after a break, and the break itself is a reason to look', async () => {
    const { server, timers, looks, account } = await connected()
    server.drop()
    const back = once(server.events, 'signed-in')
    await timers.fire(FIRST_RETRY)
    await back
    await timers.fire(GATHER)
    expect(looks).toEqual([account.id])
    await server.say('notify_file')
    await timers.fire(GATHER)
    expect(looks).toHaveLength(2)
  })

  test('a server that cannot answer now is asked again, later each time', async () => {
    const studio = await connected()
    studio.server.behaviour.status = 503
    studio.server.drop()
    await studio.timers.fire(FIRST_RETRY)
    await studio.timers.fire(75_000)
    studio.server.behaviour.status = 200
    studio.server.behaviour.capabilities = '<html>Please sign in</html>'
    const back = once(studio.server.events, 'signed-in')
    await studio.timers.fire(135_000)
    studio.server.behaviour.capabilities = null
    await back
    expect(studio.server.asked).toHaveLength(4)
  })
})

const settled = async (studio: Awaited<ReturnType<typeof listening>>): Promise<void> => {
  if (studio.lines.length === 0) await once(studio.said, 'line')
  expect(studio.delays()).toEqual([])
  expect(studio.server.listeners()).toBe(0)
  expect(studio.lines.join()).not.toContain('secret')
}

describe('the end of asking', () => {
  test('a password the server refuses never reaches the web socket', async () => {
    const studio = await listening()
    studio.server.behaviour.password = 'another'
    await settled(studio)
    expect(studio.server.signIns).toEqual([])
    expect(studio.server.asked).toHaveLength(1)
    expect(studio.lines[0]).toMatch(/^Push from 127\.0\.0\.1:\d+: given up, sign-in\.$/)
  })

  test('a sign-in the web socket refuses is not tried again until the password changes', async () => {
    const studio = await listening()
    studio.server.behaviour.accepts = false
    await settled(studio)
    expect(studio.server.signIns).toEqual(['desk secret'])
    studio.touchAccount()

    studio.server.behaviour.accepts = true
    studio.server.behaviour.password = 'new'
    const back = once(studio.server.events, 'signed-in')
    studio.touchAccount()
    studio.passwords.set(studio.account.id, 'new')
    await back
    expect(studio.server.signIns).toEqual(['desk secret', 'desk new'])
  })

  test('a server without push is left alone', async () => {
    const studio = await listening()
    studio.server.behaviour.capabilities = '{"ocs":{"data":{"capabilities":[]}}}'
    await settled(studio)
    expect(studio.lines[0]).toMatch(/not offered/)
  })
})

describe('what happens to an account', () => {
  test('nothing is sent before the engine has read one of its calendars', async () => {
    const { server, store, calendar, fetched } = await listening({ lastSuccessAt: NOW - 1 })
    store.transaction((tx) => tx.calendars.update(calendar.id, { readOnly: true }))
    await Promise.resolve()
    expect(fetched).toEqual([])
    const signedIn = once(server.events, 'signed-in')
    store.transaction((tx) => tx.calendars.update(calendar.id, { lastSuccessAt: NOW }))
    await signedIn
    expect(fetched).toHaveLength(1)
  })

  test('one that comes later is listened to as well', async () => {
    const { server, store, passwords } = await connected()
    const signedIn = once(server.events, 'signed-in')
    const other = addAccount(store, { baseUrl: `${server.baseUrl}/`, username: 'desk' })
    passwords.set(other.id, 'secret')
    addCalendar(store, { accountId: other.id })
    await signedIn
    expect(server.listeners()).toBe(2)
  })

  test('a new password is a new line', async () => {
    const { server, passwords, account, touchAccount } = await connected()
    server.behaviour.password = 'new'
    const [left, signedIn] = [once(server.events, 'left'), once(server.events, 'signed-in')]
    touchAccount()
    passwords.set(account.id, 'new')
    await Promise.all([left, signedIn])
    expect(server.signIns).toEqual(['desk secret', 'desk new'])
    expect(server.listeners()).toBe(1)
  })

  test('trust in certificates that changes is asked about anew', async () => {
    const { server, store } = await connected()
    const [left, signedIn] = [once(server.events, 'left'), once(server.events, 'signed-in')]
    const row = { host: 'cloud.example', fingerprint: 'AA', addedAt: NOW }
    store.transaction((tx) => tx.trustedCertificates.add(row))
    await Promise.all([left, signedIn])
    expect(server.listeners()).toBe(1)
  })

  test.each<[string, (studio: Awaited<ReturnType<typeof connected>>) => void]>([
    ['removed', ({ store, account }) => store.transaction((tx) => tx.accounts.remove(account.id))],
    ['frozen', ({ touchAccount }) => touchAccount({ frozenAt: NOW })],
    [
      'without a calendar',
      ({ store, calendar }) => store.transaction((tx) => tx.calendars.remove(calendar.id)),
    ],
    [
      'without a password',
      ({ passwords, account, touchAccount }) => {
        passwords.delete(account.id)
        touchAccount()
      },
    ],
    ['of a studio that closes', ({ end }) => end()],
  ])('one that is %s is hung up on', async (_name, change) => {
    const studio = await connected()
    await studio.server.say('notify_file')
    const left = once(studio.server.events, 'left')
    change(studio)
    await left
    expect(studio.server.asked).toHaveLength(1)
    expect(studio.delays().filter((delay) => delay !== GATHER)).toEqual([])
  })

  test('an end while the next try is waited for leaves nothing behind', async () => {
    const { server, end, delays, timers } = await connected()
    server.drop()
    await timers.until(FIRST_RETRY)
    end()
    expect(delays()).toEqual([])
    expect(server.asked).toHaveLength(1)
  })
})
