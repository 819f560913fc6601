import { once } from 'node:events'
import http, { type IncomingMessage, type RequestListener } from 'node:http'
import https from 'node:https'
import { buffer } from 'node:stream/consumers'
import type { SampleServer } from '../../../src/main/sample/server/server.ts'
import { portOf } from './process.ts'

/** Answers as the sample server does, broken connections included. */
export const sampleListener =
  (sample: Pick<SampleServer, 'fetch' | 'origin'>): RequestListener =>
  (incoming, outgoing) => {
    void forward(sample, incoming)
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers))
        for await (const chunk of response.body ?? []) outgoing.write(chunk)
        return outgoing.end()
      })
      // What the sample server's fetch rejects with is a connection that broke.
      .catch(() => outgoing.destroy())
  }

/**
 * Serves the sample server on a free port of 127.0.0.1: over HTTPS where a certificate is given,
 * else over HTTP.
 */
export const serve = async (
  sample: Pick<SampleServer, 'fetch' | 'origin'>,
  certificate?: { readonly key: string; readonly cert: string },
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const answer = sampleListener(sample)
  const server = certificate ? https.createServer(certificate, answer) : http.createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${portOf(server)}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const forward = async (
  sample: Pick<SampleServer, 'fetch' | 'origin'>,
  incoming: IncomingMessage,
): Promise<Response> => {
  const body = await buffer(incoming)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  const { method = 'GET', url = '/' } = incoming
  return sample.fetch(new URL(url, sample.origin), {
    method,
    headers,
    redirect: 'manual',
    ...(body.length > 0 ? { body } : {}),
  })
}
