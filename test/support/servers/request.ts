import type { TestServer } from './test-server.ts'

export interface PlainAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** One bare request with the server's own user. `path` may be a whole URL of that server. */
export const request = async (
  server: Pick<TestServer, 'baseUrl' | 'user' | 'password' | 'fetch'>,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<PlainAnswer> => {
  const response = await server.fetch(new URL(path, server.baseUrl), {
    method,
    redirect: 'manual',
    headers: {
      Authorization: basicAuth(server.user, server.password),
      // undici and a server that closes early do not go together on compressed answers.
      'Accept-Encoding': 'identity',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

/** In UTF-8, RFC 7617 §2.1. */
export const basicAuth = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

/** MKCALENDAR in the server's home; returns the new calendar's URL. */
export const makeCalendar = async (
  server: Pick<TestServer, 'name' | 'baseUrl' | 'user' | 'password' | 'fetch' | 'homePath'>,
  name: string,
): Promise<string> => {
  const url = `${server.baseUrl}${server.homePath}${encodeURIComponent(name)}/`
  const { status, body } = await request(server, 'MKCALENDAR', url, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body:
      '<?xml version="1.0" encoding="utf-8"?>' +
      '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>' +
      `<d:displayname>${name}</d:displayname>` +
      '</d:prop></d:set></c:mkcalendar>',
  })
  if (status !== 201) throw new Error(`${server.name}: MKCALENDAR ${url} gave ${status}\n${body}`)
  return url
}
