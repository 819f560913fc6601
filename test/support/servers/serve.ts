import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { SampleServer } from '../../../src/main/sample/server/server.ts'
import { portOf } from './process.ts'

/** Serves the sample server over HTTP on a free port of 127.0.0.1, broken connections included. */
export const serve = async (
  sample: Pick<SampleServer, 'fetch' | 'origin'>,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const http = createServer((incoming, outgoing) => {
    void forward(sample, incoming)
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers))
        for await (const chunk of response.body ?? []) outgoing.write(chunk)
        return outgoing.end()
      })
      // What the sample server's fetch rejects with is a connection that broke.
      .catch(() => outgoing.destroy())
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(http)}`,
    close: async () => {
      http.close()
      http.closeAllConnections()
      await once(http, 'close')
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
