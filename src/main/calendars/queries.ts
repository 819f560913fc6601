import type { CalendarView, UnreadableEvents } from '../../domain/views.ts'
import { lastSegment } from '../caldav/href.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import { unreadableIn } from '../sync/unreadable.ts'

/** All of them; their unreadable events are counted at once, as most have none. */
export const calendarViews = (tables: Tables): CalendarView[] => {
  const troubled = new Set(tables.objects.problemCounts().map(({ calendarId }) => calendarId))
  return tables.calendars
    .all()
    .map((row) =>
      view(row, troubled.has(row.id) ? unreadableIn(tables, row.id) : nothingUnreadable),
    )
}

export const calendarView = (tables: Tables, row: CalendarRow): CalendarView =>
  view(row, unreadableIn(tables, row.id))

const nothingUnreadable: UnreadableEvents = { count: 0, names: [] }

const view = (row: CalendarRow, unreadable: UnreadableEvents): CalendarView => {
  const { id, artistId, accountId, url, name, role, freeDoesNotBlock, readOnly } = row
  const { ownedByLogin, lastSuccessAt, lastTest, failure, brake } = row
  return {
    id,
    artistId,
    accountId,
    url,
    calendarId: lastSegment(url),
    name,
    role,
    freeDoesNotBlock,
    readOnly,
    ownedByLogin,
    lastSuccessAt,
    lastTest,
    failure,
    brake,
    unreadable,
  }
}
