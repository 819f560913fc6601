import type { CalendarView } from '../../domain/views.ts'
import { lastSegment } from '../caldav/href.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { Tables } from '../store/tables.ts'
import { unreadableIn } from '../sync/unreadable.ts'

export const calendarView = (tables: Tables, row: CalendarRow): CalendarView => {
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
    unreadable: unreadableIn(tables, id),
  }
}
