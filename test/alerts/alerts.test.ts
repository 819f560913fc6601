import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { alertChannels } from '../../src/domain/alert.ts'
import { fail } from '../../src/domain/failure.ts'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import { openAlerts } from '../../src/main/alerts/alerts.ts'
import { createTransport } from '../../src/main/caldav/transport.ts'
import { keyring } from '../support/keyring.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { portOf } from '../support/servers/process.ts'
import { startMailServer } from '../support/servers/mail.ts'
import { addArtist, addCalendar, NOW, openTestStore } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'

const { error: failure } = fail('unreachable', 'cloud.example cannot be reached.', {
  remedy: 'Check the internet connection.',
})

/** A studio of three artists with a calendar each, alerts, and a clock that is turned by hand. */
const open = async () => {
  const store = openTestStore()
  const clock = { now: NOW }
  const timers = manualTimers()
  const post = createTransport()
  onTestFinished(() => post.close())
  const parts = {
    store,
    timers,
    post,
    now: () => clock.now,
    cipher: keyring,
    language: () => 'en' as const,
  }
  const calendars = ['Mara', 'Jo', 'Kim'].map((name) =>
    addCalendar(store, {
      artistId: addArtist(store, { name }).id,
      url: `https://cloud.example/${name}/`,
    }),
  )
  const [mara = '', jo = '', kim = ''] = calendars.map(({ id }) => id)
  const fell = (...ids: string[]): void =>
    store.transaction((tx) => {
      for (const id of ids) tx.calendars.update(id, { failure })
    })
  const mend = (...ids: string[]): void =>
    store.transaction((tx) => {
      for (const id of ids) tx.calendars.update(id, { failure: null, lastSuccessAt: clock.now })
    })
  let alerts = openAlerts(parts)
  let end = alerts.start()
  /** Messages leave over real connections, oldest first: the first of each channel has left or was put off. */
  const isQuiet = (): boolean =>
    alertChannels.every((channel) => {
      const first = store.read.alerts.queue().find((one) => one.channel === channel)
      return first === undefined || first.notBefore > clock.now
    })
  const pass = async (minutes: number): Promise<void> => {
    for (let left = minutes; left > 0; left--) {
      clock.now += MINUTE
      for (const { work } of timers.due.splice(0)) work()
      await expect.poll(isQuiet).toBe(true)
    }
  }
  return {
    store,
    clock,
    ids: { mara, jo, kim },
    fell,
    mend,
    pass,
    get alerts() {
      return alerts
    },
    restart: () => {
      end()
      timers.due.splice(0)
      alerts = openAlerts(parts)
      end = alerts.start()
    },
  }
}

const withMail = async () => {
  const studio = await open()
  const server = await startMailServer({ users: { desk: 'geheim' } })
  const mail = {
    enabled: true,
    host: '127.0.0.1',
    port: server.port,
    security: 'none' as const,
    username: 'desk',
    password: 'geheim',
    from: 'desk@studio.example',
    to: ['owner@studio.example'],
  }
  valueOf(studio.alerts.update({ mail }))
  const subjects = (): string[] =>
    server.received.map(({ source }) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? '')
  return { ...studio, studio, server, mail, subjects }
}

describe('mails about failing calendars', () => {
  it('say once for all artists that they fail, remind, and say that it is over', async () => {
    const { ids, fell, mend, pass, subjects, server } = await withMail()
    fell(ids.mara, ids.jo)
    await pass(14)
    expect(subjects()).toEqual([])
    await pass(2)
    expect(subjects()).toEqual(['Linework: 2 artists: the calendar is not being synchronised'])
    expect(server.received[0]?.source).toContain('cloud.example cannot be reached.')
    await pass(60)
    mend(ids.mara)
    await pass(1)
    expect(subjects().slice(1)).toEqual([
      'Linework: 2 artists: the calendar is still not being synchronised',
      'Linework: Mara: the calendar is synchronised again',
    ])
  })

  it('wait while there is no network, and are replaced by one when all is over', async () => {
    const { ids, fell, mend, pass, subjects, studio, mail, server } = await withMail()
    valueOf(studio.alerts.update({ mail: { port: 1, password: 'geheim' } }))
    fell(ids.mara, ids.jo)
    await pass(20)
    expect(studio.alerts.get()).toMatchObject({
      queued: 1,
      last: { mail: { failure: { kind: 'unreachable' } } },
    })
    studio.restart()
    mend(ids.mara)
    mend(ids.jo)
    await pass(1)
    expect(server.received).toEqual([])
    valueOf(studio.alerts.update({ mail }))
    await pass(1)
    expect(subjects()).toEqual(['Linework: 2 artists: the calendar is synchronised again'])
    expect(studio.alerts.get()).toMatchObject({ queued: 0, last: { mail: { failure: null } } })
  })

  it('go on after a restart without saying the same again', async () => {
    const { ids, fell, pass, subjects, studio } = await withMail()
    fell(ids.mara)
    await pass(16)
    studio.restart()
    await pass(30)
    expect(subjects()).toEqual(['Linework: Mara: the calendar is not being synchronised'])
  })

  it('are about active artists only, and not while they are switched off', async () => {
    const { ids, store, fell, pass, subjects, studio } = await withMail()
    fell(ids.mara, ids.jo)
    store.transaction((tx) =>
      tx.artists.update(tx.calendars.get(ids.jo)?.artistId ?? '', { active: false }),
    )
    valueOf(studio.alerts.update({ mail: { enabled: false } }))
    await pass(16)
    expect(subjects()).toEqual([])
    valueOf(studio.alerts.update({ mail: { enabled: true } }))
    await pass(61)
    expect(subjects()).toHaveLength(1)
    expect(subjects()[0]).toContain('Mara')
  })
})

describe('what is set', () => {
  it('keeps the password from the window, and from another server', async () => {
    const { studio, mail, store } = await withMail()
    expect(JSON.stringify(studio.alerts.get())).not.toContain('geheim')
    expect(JSON.stringify(store.read.settings.getValue('alerts'))).not.toContain('geheim')
    expect(studio.alerts.get().mail.password).toBe('keyring')
    const view = valueOf(studio.alerts.update({ mail: { host: 'mail.elsewhere.example' } }))
    expect(view.mail).toMatchObject({ password: 'missing', to: mail.to, port: mail.port })
  })

  it('can be tried before it is switched on', async () => {
    const { studio, server } = await withMail()
    valueOf(studio.alerts.update({ mail: { enabled: false } }))
    valueOf(await studio.alerts.test({ channel: 'mail' }))
    expect(server.received[0]?.source).toContain('Subject: Linework: This is a test')
  })

  it.each([
    ['mail.host', { host: '' }],
    ['mail.from', { from: '' }],
    ['mail.to', { to: [] }],
  ])('lacks %s', async (field, mail) => {
    const { studio } = await withMail()
    expect(studio.alerts.update({ mail })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', field },
    })
    expect(studio.alerts.get().mail.enabled).toBe(true)
  })
})

/** Receives what is posted, and answers `status`. */
const startHook = async (status = 204) => {
  const bodies: unknown[] = []
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = JSON.parse(await readText(request))
    bodies.push({ path: request.url, method: request.method, ...body })
    response.writeHead(status, { location: 'https://elsewhere.example/' }).end()
  }
  const server = createServer((request, response) => void receive(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { bodies, url: `http://127.0.0.1:${portOf(server)}/hooks/key-7` }
}

describe('a webhook', () => {
  it('gets JSON for a person and for a program; only its host is shown', async () => {
    const { alerts, ids, fell, pass } = await open()
    const hook = await startHook()
    const view = valueOf(alerts.update({ webhook: { enabled: true, url: hook.url } }))
    expect(view.webhook).toEqual({ enabled: true, host: new URL(hook.url).host })
    fell(ids.kim)
    await pass(16)
    expect(hook.bodies).toMatchObject([
      {
        path: '/hooks/key-7',
        method: 'POST',
        event: 'sync.failed',
        artists: [{ name: 'Kim', until: null, kind: 'unreachable', message: failure.message }],
      },
    ])
  })

  it.each([302, 404, 500])('that answers %i is told, without its key', async (status) => {
    const { alerts } = await open()
    const hook = await startHook(status)
    valueOf(alerts.update({ webhook: { url: hook.url } }))
    const sent = await alerts.test({ channel: 'webhook' })
    expect(kindOf(sent)).toBe('server-error')
    expect(JSON.stringify(sent)).not.toContain('key-7')
    expect(hook.bodies).toHaveLength(1)
  })

  it('needs an address', async () => {
    const { alerts } = await open()
    expect(alerts.update({ webhook: { enabled: true } })).toMatchObject({
      ok: false,
      error: { field: 'webhook.url' },
    })
    expect(kindOf(await alerts.test({ channel: 'webhook' }))).toBe('sign-in-needed')
  })

  it('that is stuck does not hold up the mails', async () => {
    const { studio, ids, fell, pass, subjects } = await withMail()
    const hook = await startHook(500)
    valueOf(studio.alerts.update({ webhook: { enabled: true, url: hook.url } }))
    fell(ids.mara)
    await pass(16)
    expect(subjects()).toHaveLength(1)
    expect(studio.alerts.get().queued).toBe(1)
    await pass(HOUR / MINUTE)
    expect(subjects()).toHaveLength(2)
  })
})
