import { createHash } from 'node:crypto'
import { looseUid } from './calendar-text.ts'

export interface CalendarObject {
  readonly file: string
  readonly text: string
  readonly uid: string
  /** Strong and quoted, made from the content: the same bytes have the same ETag. */
  readonly etag: string
  /** The calendar's revision at the last change of this object. */
  readonly revision: number
  /** UTC instant, ms. */
  readonly modified: number
}

export interface Calendar {
  readonly owner: string
  /** The last path segment, decoded. */
  readonly name: string
  displayName: string
  color: string
  timezone: string
  readonly components: readonly string[]
  readOnly: boolean
  readonly shares: Map<string, { readonly write: boolean }>
  /** Counts every change; the sync token is made from it. */
  revision: number
  /** Tokens older than this have expired. */
  oldestToken: number
  readonly objects: Map<string, CalendarObject>
  /** File name → the revision that deleted it. */
  readonly deleted: Map<string, number>
  /** UIDs that were deleted. */
  readonly trash: Set<string>
}

/** All calendars as plain JSON: no users, no passwords. */
export interface SampleState {
  readonly calendars: readonly SavedCalendar[]
}

type SavedCalendar = Omit<Calendar, 'objects' | 'deleted' | 'trash' | 'shares'> & {
  readonly objects: readonly CalendarObject[]
  readonly deleted: readonly (readonly [string, number])[]
  readonly trash: readonly string[]
  readonly shares: readonly (readonly [string, { readonly write: boolean }])[]
}

export const save = (calendars: readonly Calendar[]): SampleState => ({
  calendars: calendars.map((calendar) => ({
    ...calendar,
    objects: [...calendar.objects.values()],
    deleted: [...calendar.deleted],
    trash: [...calendar.trash],
    shares: [...calendar.shares],
  })),
})

export const load = (state: SampleState): Calendar[] =>
  state.calendars.map((saved) => ({
    ...saved,
    objects: new Map(saved.objects.map((object) => [object.file, object])),
    deleted: new Map(saved.deleted),
    trash: new Set(saved.trash),
    shares: new Map(saved.shares),
  }))

export const newCalendar = (
  owner: string,
  name: string,
  look: Partial<Pick<Calendar, 'displayName' | 'color' | 'timezone' | 'readOnly' | 'components'>>,
): Calendar => ({
  owner,
  name,
  displayName: name,
  color: '#0082c9',
  timezone: '',
  components: ['VEVENT', 'VTODO'],
  readOnly: false,
  ...look,
  shares: new Map(),
  revision: 1,
  oldestToken: 1,
  objects: new Map(),
  deleted: new Map(),
  trash: new Set(),
})

export const storeObject = (
  calendar: Calendar,
  file: string,
  text: string,
  modified: number,
): CalendarObject => {
  const etag = `"${createHash('md5').update(text).digest('hex')}"`
  calendar.revision += 1
  const { revision } = calendar
  const object = { file, text, uid: looseUid(text), etag, revision, modified }
  calendar.objects.set(file, object)
  calendar.deleted.delete(file)
  return object
}

export const deleteObject = (calendar: Calendar, file: string): void => {
  const object = calendar.objects.get(file)
  if (!object) return
  calendar.revision += 1
  calendar.objects.delete(file)
  calendar.deleted.set(file, calendar.revision)
  calendar.trash.add(object.uid)
}

/**
 * Refuses all tokens given out so far, as a server does that has thrown its list of changes away.
 * Every object counts as changed after that, so that the pages of a new listing have valid tokens.
 */
export const expireTokens = (calendar: Calendar): void => {
  calendar.revision += 1
  calendar.oldestToken = calendar.revision
  calendar.deleted.clear()
  for (const object of calendar.objects.values()) {
    calendar.revision += 1
    calendar.objects.set(object.file, { ...object, revision: calendar.revision })
  }
}
