import { parseCalendar, propertyOf } from './calendar-text.ts'
import { answer, refuse, type DavAnswer, type DavRequest } from './http.ts'
import type { Quirks } from './quirks.ts'
import { hrefOf, isVisible, type CalendarResource } from './resource.ts'
import { deleteObject, storeObject, type CalendarObject } from './state.ts'
import { CALDAV, tag } from './xml-write.ts'

export const getObject = ({ text, etag, modified }: CalendarObject): DavAnswer =>
  answer(
    200,
    {
      'Content-Type': 'text/calendar; charset=utf-8',
      ETag: etag,
      'Last-Modified': new Date(modified).toUTCString(),
    },
    text,
  )

/** RFC 9110 §13.1: the refusal, or null when the request may go on. */
const precondition = (headers: Headers, object: CalendarObject | undefined): DavAnswer | null => {
  const names = (header: string): string[] | undefined =>
    headers
      .get(header)
      ?.split(',')
      .map((one) => one.trim())
  const holds = (list: readonly string[]): boolean =>
    object !== undefined && (list.includes('*') || list.includes(object.etag))
  const match = names('if-match')
  const noneMatch = names('if-none-match')
  if (match && !holds(match)) return refuse(412, 'An If-Match header was given, but it is not so.')
  if (noneMatch && holds(noneMatch)) return refuse(412, 'There is something at this place already.')
  return null
}

const readOnly = (): DavAnswer =>
  refuse(403, 'You may not write to this calendar.', '{DAV:}need-privileges')

/** The `If-Match` of a missing object fails with 412, as on sabre; without one it is 404. */
export const removeObject = (
  request: DavRequest,
  parent: CalendarResource,
  object: CalendarObject | undefined,
): DavAnswer => {
  if (!parent.writable) return readOnly()
  const refused = precondition(request.headers, object)
  if (refused) return refused
  if (!object) return refuse(404, 'There is no such object.')
  deleteObject(parent.calendar, object.file)
  return answer(204)
}

/** RFC 4791 §5.3.2. */
export const putObject = (
  request: DavRequest,
  parent: CalendarResource,
  file: string,
  quirks: Quirks,
  now: number,
): DavAnswer => {
  const { calendar, writable } = parent
  const there = calendar.objects.get(file)
  const existing = there && isVisible(parent, there) ? there : undefined
  if (!writable) return readOnly()
  const refused = precondition(request.headers, existing)
  if (refused) return refused
  const sent = readText(request.body, calendar.components)
  if ('status' in sent) return sent
  const taken = checkUid(sent.uid, parent, existing, quirks)
  if (taken) return taken
  const text = quirks.rewrite?.(sent.text) ?? sent.text
  const { etag } = storeObject(calendar, file, text, now)
  const told =
    quirks.etagOnPut === 'always' || (quirks.etagOnPut === 'unless-altered' && text === sent.text)
  return answer(existing ? 204 : 201, told ? { ETag: etag, 'OC-ETag': etag } : {})
}

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const notCalendar = (): DavAnswer =>
  refuse(415, 'Only valid iCalendar 2.0 data is taken.', `{${CALDAV}}supported-calendar-data`)

const invalid = (message: string, condition: string): DavAnswer =>
  refuse(403, message, `{${CALDAV}}${condition}`)

/** The preconditions of RFC 4791 §5.3.2.1 and the shape of §4.1: one UID, one kind of component. */
const readText = (
  body: Uint8Array,
  allowed: readonly string[],
): { readonly text: string; readonly uid: string } | DavAnswer => {
  const text = decode(body)
  if (text === null || !/^BEGIN:VCALENDAR\r?\n/i.test(text)) return notCalendar()
  const calendar = parseCalendar(text)
  if (!calendar) return invalid('The data cannot be read as iCalendar.', 'valid-calendar-data')
  const components = calendar.children.filter(({ name }) => name !== 'VTIMEZONE')
  const uids = new Set(components.map((component) => propertyOf(component, 'UID')?.value.trim()))
  const kinds = new Set(components.map(({ name }) => name))
  const [uid] = uids
  if (uids.size !== 1 || !uid || kinds.size !== 1)
    return invalid('One object holds one UID and one kind.', 'valid-calendar-object-resource')
  return [...kinds].every((kind) => allowed.includes(kind))
    ? { text, uid }
    : invalid('This calendar takes no such component.', 'supported-calendar-component')
}

const checkUid = (
  uid: string,
  parent: CalendarResource,
  existing: CalendarObject | undefined,
  quirks: Quirks,
): DavAnswer | null => {
  const { objects, trash } = parent.calendar
  const other = [...objects.values()].find((one) => one.uid === uid && one !== existing)
  if (other && quirks.uidConflict === 400)
    return refuse(400, 'Calendar object with uid already exists in this calendar collection.')
  if (other) {
    const detail = tag('{DAV:}href', { text: parent.href + hrefOf(other.file) })
    return refuse(409, 'This UID is taken.', `{${CALDAV}}no-uid-conflict`, detail)
  }
  return quirks.trashBin && trash.has(uid)
    ? refuse(400, 'Deleted calendar object with uid already exists in this calendar collection.')
    : null
}
