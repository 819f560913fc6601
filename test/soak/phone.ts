import { readMultistatus, textOf } from '../../src/main/caldav/multistatus.ts'
import { eventText } from '../support/servers/events.ts'
import { request } from '../support/servers/request.ts'
import type { TestServer } from '../support/servers/test-server.ts'
import { LENGTH, type Entry, type Ledger } from './ledger.ts'
import type { Random } from './random.ts'

/** One object of a calendar, as a plain client reads it. */
export interface Listed {
  readonly calendarUrl: string
  readonly href: string
  readonly etag: string
  readonly text: string
}

const everyEvent =
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">' +
  '<d:prop><d:getetag/><c:calendar-data/></d:prop>' +
  '<c:filter><c:comp-filter name="VCALENDAR"/></c:filter></c:calendar-query>'

/** Every object of the calendars, asked for without any of the program's own state. */
export const listAll = async (
  server: TestServer,
  calendarUrls: readonly string[],
): Promise<Listed[]> => {
  const lists = await Promise.all(
    calendarUrls.map(async (calendarUrl) => {
      const { status, body } = await request(server, 'REPORT', calendarUrl, {
        headers: { 'Content-Type': 'application/xml; charset=utf-8', Depth: '1' },
        body: everyEvent,
      })
      if (status !== 207) throw new Error(`${server.name}: REPORT gave ${status}\n${body}`)
      const { members } = await readMultistatus(once(Buffer.from(body)), calendarUrl)
      return members.map((member) => ({
        calendarUrl,
        href: member.href,
        etag: textOf(member, 'D:getetag') ?? '',
        text: textOf(member, 'C:calendar-data') ?? '',
      }))
    }),
  )
  return lists.flat()
}

const once = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const utc = (instant: number): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.000/g, '')

const write = async (
  server: TestServer,
  method: 'PUT' | 'DELETE',
  path: string,
  precondition: Record<string, string>,
  body?: string,
): Promise<void> => {
  const answer = await request(server, method, path, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', ...precondition },
    ...(body !== undefined && { body }),
  })
  if (answer.status >= 300) throw new Error(`${server.name}: ${method} gave ${answer.status}`)
}

/** The artist blocks a time with an event of their own. */
export const block = async (
  server: TestServer,
  ledger: Ledger,
  calendarUrl: string,
  start: number,
): Promise<void> => {
  const uid = `private-${ledger.freshNumber()}`
  ledger.foreign.add(uid)
  const lines = [`DTSTART:${utc(start)}`, `DTEND:${utc(start + LENGTH)}`]
  const path = `${calendarUrl}${uid}.ics`
  await write(server, 'PUT', path, { 'If-None-Match': '*' }, eventText(uid, lines))
}

/** The artist approves, moves, retitles or deletes one of our bookings, by hand and on a phone. */
export const touch = async (
  server: TestServer,
  ledger: Ledger,
  random: Random,
  entry: Entry,
  { href, etag, text }: Listed,
): Promise<void> => {
  const state = entry.promised
  if (!state) return
  const precondition = { 'If-Match': etag }
  const put = (changed: string): Promise<void> => write(server, 'PUT', href, precondition, changed)
  const description = `Retitled ${ledger.freshNumber()}`
  const start = ledger.freshStart()
  const acts = [
    async () => {
      await put(text.replace(/^(SUMMARY:.*) - .*$/m, `$1 - ${description}`))
      entry.promised = { ...state, description }
    },
    async () => {
      await put(moved(text, start))
      entry.promised = { ...state, start }
    },
    async () => {
      await put(text.replace('SUMMARY:REQUEST: ', 'SUMMARY:'))
      entry.promised = { ...state, status: 'CONFIRMED' }
    },
    async () => {
      await write(server, 'DELETE', href, precondition)
      entry.promised = { ...state, status: 'CANCELLED' }
    },
  ]
  await random.pick(acts)()
}

/** The event's own DTSTART, in a zone or in UTC; a VTIMEZONE's has neither. */
const moved = (text: string, start: number): string =>
  text
    .replace(/^DTSTART(?:;TZID=.*|:.*Z)$/m, `DTSTART:${utc(start)}`)
    .replace(/^DTEND(?:;TZID=.*|:.*Z)$/m, `DTEND:${utc(start + LENGTH)}`)
