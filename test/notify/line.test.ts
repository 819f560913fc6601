import { once } from 'node:events'
import http from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectionAgents } from '../../src/main/caldav/agents.ts'
import { holdLine } from '../../src/main/notify/line.ts'
import { selfSigned } from '../support/self-signed.ts'
import { serveNotifyPush } from '../support/servers/notify-push.ts'
import { portOf } from '../support/servers/process.ts'
import { manualTimers } from '../support/studio.ts'

const serving = async (certificate?: ReturnType<typeof selfSigned>) => {
  const server = await serveNotifyPush(certificate ? { certificate } : {})
  onTestFinished(server.stop)
  return server
}

const lineTo = (endpoint: string, { password = 'secret', trusted = [] as string[] } = {}) => {
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
    const { heard } = lineTo(server.endpoint)
    await once(server.events, 'signed-in')
    await server.say('notify_file', 'notify_activity {"a":1}', 'hello', 'notify', 'x notify_file')
    expect(heard).toEqual(['signed in', 'hint', 'hint'])
    expect(server.signIns).toEqual(['desk secret'])
  })

  test('ends refused with a wrong password', async () => {
    const { end, heard } = lineTo((await serving()).endpoint, { password: 'wrong' })
    expect(await end).toBe('refused')
    expect(heard).toEqual([])
  })

  test('ends lost when the server goes', async () => {
    const server = await serving()
    const { end, timers } = lineTo(server.endpoint)
    await once(server.events, 'signed-in')
    server.drop()
    expect(await end).toBe('lost')
    expect(timers.due).toEqual([])
  })

  test.each([
    [401, 'refused'],
    [403, 'refused'],
    [302, 'lost'],
    [404, 'lost'],
    [503, 'lost'],
  ])('ends when a %i comes in its place: %s', async (status, end) => {
    const server = http.createServer().on('upgrade', (_request, socket) => {
      socket.end(`HTTP/1.1 ${status} No\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n`)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const line = lineTo(`ws://127.0.0.1:${portOf(server)}/`)
    expect(await line.end).toBe(end)
    expect(line.timers.due).toEqual([])
  })

  test('ends when it was silent for too long', async () => {
    const server = await serving()
    const { end, timers } = lineTo(server.endpoint)
    await once(server.events, 'signed-in')
    await server.say()
    const [first] = timers.due
    await server.say()
    const [second, ...more] = timers.due
    expect(second).not.toBe(first)
    expect(more).toEqual([])
    second?.work()
    expect(await end).toBe('lost')
  })

  test('ends when it is told to, before it stands too', async () => {
    const server = await serving()
    const standing = lineTo(server.endpoint)
    await once(server.events, 'signed-in')
    standing.ending.abort()
    await Promise.all([standing.end, once(server.events, 'left')])

    const early = lineTo(server.endpoint)
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
    expect(await lineTo(server.endpoint).end).toBe('lost')
    const other = selfSigned('localhost').fingerprint
    expect(await lineTo(server.endpoint, { trusted: [other] }).end).toBe('lost')
    expect(server.signIns).toEqual([])

    const { heard } = lineTo(server.endpoint, { trusted: [certificate.fingerprint] })
    await once(server.events, 'signed-in')
    await server.say('notify_file')
    expect(heard).toEqual(['signed in', 'hint'])
  })
})
