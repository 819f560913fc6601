import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'
import { portOf } from './servers/process.ts'

export const makers = generateKeyPairSync('ed25519')

/** What a person downloads in these tests. */
export const program = Buffer.from(`#!/bin/sh\n# ${'a newer Linework '.repeat(20_000)}\n`)

export const fileOf = (body: Buffer, over: Record<string, unknown> = {}) => ({
  kind: 'AppImage',
  name: 'Linework-0.2.0.AppImage',
  size: body.length,
  sha512: createHash('sha512').update(body).digest('base64'),
  ...over,
})

export const describe020 = (over: Record<string, unknown> = {}) => ({
  product: 'linework',
  version: '0.2.0',
  platform: 'linux',
  arch: 'x64',
  released: '2026-12-01T09:00:00.000Z',
  notes: ['Bookings can be coloured.'],
  files: [fileOf(program)],
  ...over,
})

export const seal = (
  description: unknown,
  {
    key = makers.privateKey,
    purpose = 'linework-update-1\n',
  }: { key?: KeyObject; purpose?: string } = {},
): string => {
  const bytes = Buffer.from(JSON.stringify(description))
  const signature = sign(null, Buffer.concat([Buffer.from(purpose), bytes]), key)
  return JSON.stringify({
    description: bytes.toString('base64'),
    signature: signature.toString('base64'),
  })
}

/** A server on this computer that answers by path; it is gone when the test is over. */
export const serveFiles = async (
  answers: Record<string, string | Buffer | RequestListener>,
  port = 0,
): Promise<{ readonly url: string; readonly asked: string[] }> => {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    asked.push(path)
    const answer = answers[path]
    if (answer === undefined) outgoing.writeHead(404).end()
    else if (typeof answer === 'function') answer(incoming, outgoing)
    else outgoing.end(answer)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  })
  return { url: `http://127.0.0.1:${portOf(server)}/`, asked }
}

/** For studios in which nobody asks about updates. */
export const noUpdates = {
  source: '/nowhere/update-source.json',
  folder: '/nowhere/updates',
  giveWayTo: (): void => undefined,
}
