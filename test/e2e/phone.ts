import { propfindBody, readRows } from '../support/servers/wire.ts'
import { request } from '../support/servers/request.ts'
import type { TestServer } from '../support/servers/test-server.ts'

export interface PhoneEvent {
  readonly url: string
  readonly text: string
  readonly summary: string
}

/** A calendar as an artist has it on the phone: a plain HTTP client that knows nothing of Linework. */
export interface Phone {
  readonly events: () => Promise<PhoneEvent[]>
  /** The titles of all events, sorted. */
  readonly titles: () => Promise<string[]>
  /** The one event whose title contains `words`. */
  readonly event: (words: string) => Promise<PhoneEvent>
  readonly put: (name: string, text: string) => Promise<void>
  readonly change: (event: PhoneEvent, change: (text: string) => string) => Promise<void>
  readonly remove: (event: PhoneEvent) => Promise<void>
}

export const openPhone = (server: TestServer, calendarUrl: string): Phone => {
  const send = async (method: string, url: string, body?: string, depth?: string) => {
    const answer = await request(server, method, url, {
      headers: {
        'Content-Type': method === 'PUT' ? 'text/calendar; charset=utf-8' : 'application/xml',
        ...(depth === undefined ? {} : { Depth: depth }),
      },
      ...(body === undefined ? {} : { body }),
    })
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status}\n${answer.body}`)
    return answer.body
  }
  const read = async (path: string): Promise<PhoneEvent> => {
    const url = new URL(path, server.baseUrl).href
    const text = (await send('GET', url)).replaceAll(/\r?\n[ \t]/g, '')
    return { url, text, summary: /^SUMMARY:(.*?)\r?$/m.exec(text)?.[1] ?? '' }
  }
  const events = async (): Promise<PhoneEvent[]> => {
    const rows = readRows(await send('PROPFIND', calendarUrl, propfindBody('getetag'), '1'))
    return Promise.all(
      rows.filter(({ path }) => path.endsWith('.ics')).map(({ path }) => read(path)),
    )
  }
  return {
    events,
    titles: async () => (await events()).map(({ summary }) => summary).toSorted(),
    event: async (words) => {
      const found = (await events()).filter(({ summary }) => summary.includes(words))
      if (found.length !== 1) throw new Error(`${found.length} events are called ${words}`)
      return found[0]!
    },
    put: async (name, text) => void (await send('PUT', `${calendarUrl}${name}`, text)),
    change: async ({ url, text }, change) => void (await send('PUT', url, change(text))),
    remove: async ({ url }) => void (await send('DELETE', url)),
  }
}
