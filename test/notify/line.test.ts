import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectionAgents } from '../../src/main/caldav/agents.ts'
import { holdLine } from '../../src/main/notify/line.ts'
import { selfSigned } from '../support/self-signed.ts'
import { serveNotifyPush, type NotifyPushServer } from '../support/servers/notify-push.ts'
import { manualTimers } from '../support/studio.ts'

const serving = async (certificate?: ReturnType<typeof selfSigned>) => {
  const server = await serveNotifyPush(certificate ? { certificate } : {})
  onTestFinished(server.stop)
  return server
}

const lineTo = (
  server: NotifyPushServer,
  { password = 'secret', trusted = [] as string[], endpoint = server.endpoint } = {},
) => {
  const agents = connectionAgents({ trusted: () => trusted, connectMs: 10_000 })
  onTestFinished(agents.close)
  const timers = manualTimers()
  const heard: string[] = []
  const hearing = {
    onSignedIn: () => void heard.push('signed in'),
    onHint: () => void heard.push('hint'),
  }
  const ending = new AbortController()
  const login = { username: 'desk', password }
  const end = holdLine(endpoint, login, hearing, { agents, timers }, ending.signal)
  return { end, heard, timers, ending }
}

describe('a line', () => {
  test('hears what begins with notify_ as a hint, and nothing else', async () => {
    const server = await serving()
    const { heard } = lineTo(server)
    await once(server.events, 'signed-in')
    await server.say('notify_file', 'notify_activity {"a":1}', 'hello', 'notify', 'x notify_file')
    expect(heard).toEqual(['signed in', 'hint', 'hint'])
    expect(server.signIns).toEqual(['desk secret'])
  })

  test('ends refused with a wrong password', async () => {
    const { end, heard } = lineTo(await serving(), { password: 'wrong' })
    expect(await end).toBe('refused')
    expect(heard).toEqual([])
  })

  test('ends lost when the server goes', async () => {
    const server = await serving()
    const { end, timers } = lineTo(server)
    await once(server.events, 'signed-in')
    server.drop()
    expect(await end).toBe('lost')
    expect(timers.due).toEqual([])
  })

  test('ends lost where there is no web socket', async () => {
    const server = await serving()
    const endpoint = server.endpoint.replace('/push', '/elsewhere')
    expect(await lineTo(server, { endpoint }).end).toBe('lost')
  })

  test('ends when it was silent for too long', async () => {
    const server = await serving()
    const { end, timers } = lineTo(server)
    await once(server.events, 'signed-in')
    await server.say()
    expect(timers.due).toHaveLength(1)
    timers.due[0]?.work()
    expect(await end).toBe('lost')
  })

  test('ends when it is told to, before it stands too', async () => {
    const server = await serving()
    const standing = lineTo(server)
    await once(server.events, 'signed-in')
    standing.ending.abort()
    await Promise.all([standing.end, once(server.events, 'left')])

    const early = lineTo(server)
    early.ending.abort()
    await early.end
    expect(server.signIns).toHaveLength(1)
    expect(early.timers.due).toEqual([])
  })
})

describe('a certificate nobody vouches for', () => {
  test('gets no password, unless it is trusted', async () => {
    const certificate = selfSigned('localhost')
    const server = await serving(certificate)
    expect(await lineTo(server).end).toBe('lost')
    const other = selfSigned('localhost').fingerprint
    expect(await lineTo(server, { trusted: [other] }).end).toBe('lost')
    expect(server.signIns).toEqual([])

    const { heard } = lineTo(server, { trusted: [certificate.fingerprint] })
    await once(server.events, 'signed-in')
    await server.say('notify_file')
    expect(heard).toEqual(['signed in', 'hint'])
  })
})
