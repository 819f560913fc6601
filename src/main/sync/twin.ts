import type { Trouble } from '../../domain/views.ts'
import { sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { WireEvent } from '../ical/wire.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { Tables } from '../store/tables.ts'
import { raise } from './case.ts'

/**
 * Tells staff of a second event of a booking: a move that was not finished left it before a backup was
 * restored, or it was written by a request given up long before. Which of the two is meant, nobody here
 * can tell; the event blocks.
 */
export const tellOfTwin = (
  tx: Tables,
  appointment: AppointmentRow,
  calendarId: string | null,
  event: WireEvent | null,
  now: number,
): void => {
  if (!event || event.status === 'CANCELLED') return
  const { zone } = tx.settings.get()
  const calendar = calendarId === null ? undefined : tx.calendars.get(calendarId)
  const artistId = calendar?.artistId ?? appointment.artistId
  const artist = tx.artists.get(artistId)?.name ?? sentence`An artist`
  const trouble: Trouble = {
    kind: 'changed-there',
    ...sentence`There is a second event of this booking in ${{ artist }}’s calendar. It stays in that calendar: delete it there if it is not wanted.`,
    ours: sentence`${{ when: when(appointment, zone) }}`,
    theirs: sentence`“${{ title: event.summary }}”, ${{ when: when(event, zone) }}`,
  }
  raise(tx, appointment.id, trouble)
  const client = tx.clients.get(appointment.clientId)?.name ?? sentence`A booking`
  tx.notices.insert({
    at: now,
    kind: 'conflict',
    artistId,
    appointmentId: appointment.id,
    ...sentence`${{ client }}: ${{ trouble }}`,
  })
}
