import type { Trouble } from '../../domain/views.ts'
import { sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { WireEvent } from '../ical/wire.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { Tables } from '../store/tables.ts'
import { raise } from './case.ts'

/**
 * Tells staff of an event of a booking that has another one, or none since it was cancelled here: a move that
 * was not finished left it before a backup was restored, it was written by a request given up long before, or
 * the artist has put it back. What is meant, nobody here can tell; the event blocks.
 */
export const tellOfStray = (
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
  const artist = { artist: tx.artists.get(artistId)?.name ?? sentence`An artist` }
  const client = { client: tx.clients.get(appointment.clientId)?.name ?? sentence`A booking` }
  const notice = { at: now, kind: 'conflict', artistId, appointmentId: appointment.id } as const
  if (appointment.status === 'CANCELLED') {
    tx.notices.insert({
      ...notice,
      ...sentence`${client}, ${{ when: when(event, zone) }}, is cancelled, and its event is in ${artist}’s calendar all the same. It stays in that calendar and takes its time: delete it there if it is not wanted.`,
    })
    return
  }
  const trouble: Trouble = {
    kind: 'changed-there',
    ...sentence`There is a second event of this booking in ${artist}’s calendar. It stays in that calendar: delete it there if it is not wanted.`,
    ours: sentence`${{ when: when(appointment, zone) }}`,
    theirs: sentence`“${{ title: event.summary }}”, ${{ when: when(event, zone) }}`,
  }
  raise(tx, appointment.id, trouble)
  tx.notices.insert({ ...notice, ...sentence`${client}: ${{ trouble }}` })
}
