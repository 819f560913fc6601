import { EventEmitter, on, once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { TransportError } from '../../src/main/caldav/transport-error.ts'
import { createTransport, type TransportOptions } from '../../src/main/caldav/transport.ts'
import { selfSigned } from '../support/self-signed.ts'

const listen = async (server: net.Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    if (server instanceof http.Server || server instanceof https.Server)
      server.closeAllConnections()
  })
  return portOf(server)
}

const portOf = (server: net.Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP')
  return address.port
}

const serve = async (handler: http.RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(http.createServer(handler))}/`

const transportWith = (options: TransportOptions = {}): ReturnType<typeof createTransport> => {
  const transport = createTransport(options)
  onTestFinished(() => transport.close())
  return transport
}

const problemOf = async (work: Promise<unknown>): Promise<TransportError> => {
  try {
    await work
  } catch (error) {
    if (error instanceof TransportError) return error
    throw error
  }
  throw new Error('nothing went wrong')
}

const kindOf = async (work: Promise<unknown>): Promise<string> => (await problemOf(work)).kind

const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text()

describe('an exchange', () => {
  test('carries method, headers, body, status and headers back', async () => {
    const url = await serve((request, response) => {
      response.writeHead(207, {
        'X-Seen': `${request.method} ${String(request.headers['x-mark'])}`,
      })
      request.pipe(response)
    })
    const headers = { 'x-mark': 'mark' }
    const answer = await transportWith()(url, { method: 'REPORT', headers, body: 'Müller' })
    expect([answer.status, answer.headers.get('x-seen')]).toEqual([207, 'REPORT mark'])
    expect(await answer.text()).toBe('Müller')
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('unpacks %s', async (encoding, pack) => {
    const text = 'BEGIN:VCALENDAR\r\n'.repeat(100_000)
    const url = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toContain(encoding)
      response.writeHead(200, { 'Content-Encoding': encoding }).end(pack(text))
    })
    expect(await textOf(transportWith()(url, {}))).toBe(text)
  })

  test('a large packed body and a connection closed at once go together', async () => {
    const text = 'x'.repeat(3_000_000)
    const url = await serve((_request, response) => {
      const headers = { 'Content-Encoding': 'gzip', Connection: 'close' }
      response.writeHead(200, headers).end(gzipSync(text), () => response.socket?.destroySoon())
    })
    expect(await textOf(transportWith()(url, {}))).toBe(text)
  })

  test('never follows a redirect', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(302, { Location: '/elsewhere' }).end(),
    )
    const answer = await transportWith()(url, {})
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/elsewhere'])
  })

  test('keeps its connection for the next question', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('ok')
    })
    const transport = transportWith()
    for (const _ of [1, 2, 3]) await textOf(transport(url, {}))
    expect(ports.size).toBe(1)
  })

  test('opens four connections at most; whoever waits can give up', async () => {
    const asked: http.ServerResponse[] = []
    const events = new EventEmitter()
    const url = await serve((_request, response) => {
      asked.push(response)
      events.emit('asked')
    })
    const transport = transportWith()
    const full = on(events, 'asked')
    const answers = Array.from({ length: 6 }, () => textOf(transport(url, {})))
    const giving = new AbortController()
    const given = kindOf(transport(url, { signal: giving.signal }))
    for (let seen = 0; seen < 4; seen++) await full.next()
    giving.abort()
    expect(await given).toBe('cancelled')
    expect(asked).toHaveLength(4)
    for (const response of asked) response.end('ok')
    for (let seen = 0; seen < 2; seen++) await full.next()
    for (const response of asked) response.end('ok')
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 6 }, () => 'ok'))
  })

  test('asks again when a kept connection was just closed, but never writes twice', async () => {
    const asked: string[] = []
    const url = await serve((request, response) => {
      asked.push(request.method ?? '')
      if (asked.length % 2 === 0) request.socket.destroy()
      else response.end('ok')
    })
    const transport = transportWith()
    await textOf(transport(url, { method: 'GET' }))
    expect(await textOf(transport(url, { method: 'PROPFIND' }))).toBe('ok')
    expect(await kindOf(transport(url, { method: 'PUT', body: 'x' }))).toBe('unreachable')
    expect(asked).toEqual(['GET', 'PROPFIND', 'PROPFIND', 'PUT'])
  })
})

describe('what goes wrong is told', () => {
  test('nobody listens', async () => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = portOf(server)
    server.close()
    await once(server, 'close')
    const problem = await problemOf(transportWith()(`http://127.0.0.1:${port}/`, {}))
    expect([problem.kind, problem.message]).toEqual(['unreachable', 'ECONNREFUSED'])
  })

  test('no such protocol', async () => {
    expect(await kindOf(transportWith()('ftp://127.0.0.1/', {}))).toBe('unreachable')
  })

  test('a header that cannot be sent, and the next question is asked all the same', async () => {
    const url = await serve((_request, response) => response.end('ok'))
    const transport = transportWith()
    for (let time = 0; time < 5; time++)
      expect(await kindOf(transport(url, { headers: { 'if-match': '"€"' } }))).toBe('unreachable')
    expect(await textOf(transport(url, {}))).toBe('ok')
  })

  test('a status out of range', async () => {
    const answer = 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n'
    const port = await listen(net.createServer((socket) => socket.end(answer)))
    expect(await kindOf(transportWith()(`http://127.0.0.1:${port}/`, {}))).toBe('unreachable')
  })

  test('something that is not HTTP', async () => {
    const port = await listen(net.createServer((socket) => socket.end('220 mail\r\n')))
    expect(await kindOf(transportWith()(`http://127.0.0.1:${port}/`, {}))).toBe('unreachable')
  })

  test('a connection that never stands', async () => {
    const port = await listen(net.createServer(() => undefined))
    const transport = transportWith({ connectMs: 20 })
    expect(await kindOf(transport(`https://127.0.0.1:${port}/`, {}))).toBe('timeout')
  })

  test('silence before the answer', async () => {
    const url = await serve(() => undefined)
    expect(await kindOf(transportWith({ idleMs: 20 })(url, {}))).toBe('timeout')
  })

  test('silence within the answer', async () => {
    const url = await serve((_request, response) => response.write('half'))
    expect(await kindOf(textOf(transportWith({ idleMs: 20 })(url, {})))).toBe('timeout')
  })

  test('an answer that trickles for ever', async () => {
    const url = await serve((_request, response) => {
      const drip = (): void => void response.write('x', () => setImmediate(drip))
      response.on('close', () => response.destroy())
      drip()
    })
    expect(await kindOf(textOf(transportWith({ totalMs: 60 })(url, {})))).toBe('timeout')
  })

  test('a connection cut within the body', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 })
      response.write('half', () => response.destroy())
    })
    expect(await kindOf(textOf(transportWith()(url, {})))).toBe('unreachable')
  })

  test('a packed body cut or broken', async () => {
    const packed = gzipSync('x'.repeat(1000))
    for (const body of [packed.subarray(0, 15), Buffer.from('not packed at all')]) {
      const url = await serve((_request, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body),
      )
      expect(await kindOf(textOf(transportWith()(url, {})))).toBe('unreachable')
    }
  })

  test('a body too large, also once unpacked', async () => {
    const plain = await serve((_request, response) => response.end('x'.repeat(2000)))
    const bomb = await serve((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))),
    )
    const transport = transportWith({ bodyLimit: 1500 })
    expect(await kindOf(textOf(transport(plain, {})))).toBe('too-large')
    expect(await kindOf(textOf(transport(bomb, {})))).toBe('too-large')
  })

  test('64 MB are as much as an answer may have', async () => {
    const megabyte = Buffer.alloc(2 ** 20)
    let megabytes = 64
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' })
      response.end(gzipSync(Buffer.concat(Array.from({ length: megabytes }, () => megabyte))))
    })
    const sizeOf = async (): Promise<number> => {
      const answer = await transportWith()(server, {})
      let size = 0
      for await (const chunk of answer.body ?? []) size += chunk.byteLength
      return size
    }
    expect(await sizeOf()).toBe(64 * 2 ** 20)
    megabytes = 65
    expect(await problemOf(sizeOf())).toMatchObject({ kind: 'too-large' })
  })

  test('the caller gives up: before, while waiting, while reading', async () => {
    const before = AbortSignal.abort()
    const url = await serve((request, response) => {
      if (request.url !== '/slow') response.write('half')
    })
    const transport = transportWith()
    expect(await kindOf(transport(url, { signal: before }))).toBe('cancelled')

    const waiting = new AbortController()
    const answer = kindOf(transport(`${url}slow`, { signal: waiting.signal }))
    waiting.abort()
    expect(await answer).toBe('cancelled')

    const reading = new AbortController()
    const body = await transport(url, { signal: reading.signal })
    const text = kindOf(body.text())
    reading.abort()
    expect(await text).toBe('cancelled')
  })

  test('a body nobody reads that breaks harms nobody', async () => {
    const closed: Promise<unknown>[] = []
    const url = await serve((_request, response) => {
      closed.push(once(response, 'close'))
      response.writeHead(200, { 'Content-Encoding': 'gzip' })
      response.write('rubbish', () => response.destroy())
    })
    const transport = transportWith()
    const unread = await transport(url, {})
    await Promise.all(closed)
    const given = await transport(url, {})
    await given.body?.cancel()
    expect(unread.status).toBe(200)
  })
})

describe('a certificate nobody vouches for', () => {
  const { key, cert, fingerprint } = selfSigned('localhost')

  test('is refused by its fingerprint before a password is sent, unless it is trusted', async () => {
    const asked: (string | undefined)[] = []
    const port = await listen(
      https.createServer({ key, cert }, (request, response) => {
        asked.push(request.headers.authorization)
        response.end('ok')
      }),
    )
    const url = `https://127.0.0.1:${port}/`
    const trusted = new Set<string>()
    const transport = transportWith({
      trusted: (host) => (host === '127.0.0.1' ? [...trusted] : []),
    })
    const init = { headers: { authorization: 'Basic secret' } }

    const problem = await problemOf(transport(url, init))
    expect([problem.kind, problem.fingerprint]).toEqual(['certificate', fingerprint])
    trusted.add(selfSigned('localhost').fingerprint)
    expect(await kindOf(transport(url, init))).toBe('certificate')
    expect(asked).toEqual([])

    trusted.add(fingerprint)
    expect(await textOf(transport(url, init))).toBe('ok')
    expect(asked).toEqual(['Basic secret'])
    expect(transport.certificateOf('127.0.0.1')).toEqual({
      issuer: 'localhost',
      until: Date.UTC(2120, 0, 1),
      verified: false,
    })
    expect(transport.certificateOf('elsewhere.example')).toBeNull()
  })

  test('is missed, not the server, where no encryption is spoken', async () => {
    const plain = await serve((_request, response) => response.end('ok'))
    const problem = await problemOf(transportWith()(plain.replace('http:', 'https:'), {}))
    expect([problem.kind, problem.fingerprint]).toEqual(['certificate', null])
  })
})

test('closing ends a connection that does not stand yet', async () => {
  // It takes connections and never says a word of TLS.
  const silent = net.createServer()
  const port = await listen(silent)
  const transport = transportWith({ trusted: () => [], connectMs: 60_000 })
  const kind = kindOf(transport(`https://127.0.0.1:${port}/`, {}))
  const [peer] = await once(silent, 'connection')
  peer.resume()
  const ended = once(peer, 'close')
  transport.close()
  expect(await kind).toBe('cancelled')
  await ended
})
