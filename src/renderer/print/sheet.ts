import { isLive } from '../../domain/appointment.ts'
import type { Artist } from '../../domain/artist.ts'
import { overlaps, type Interval } from '../../domain/interval.ts'
import type { AppointmentView, BusyView } from '../../domain/views.ts'

export type SheetRow = Interval &
  (
    | {
        readonly kind: 'appointment'
        readonly appointment: AppointmentView
        /** It shares its time with something else. */
        readonly overlap: boolean
      }
    | {
        readonly kind: 'event'
        readonly event: BusyView
        /** Whose booking it lies over. */
        readonly over: readonly string[]
      }
  )

/** One artist's day on paper, in order of time; what was called off or blocks nothing is left out. */
export const sheetRows = (
  { id }: Pick<Artist, 'id'>,
  appointments: readonly AppointmentView[],
  events: readonly BusyView[],
): SheetRow[] => {
  const booked = appointments.filter((one) => one.artistId === id && isLive(one.status))
  const busy = events.filter((one) => one.artistId === id && one.blocks)
  return [
    ...booked.map((appointment): SheetRow => ({
      kind: 'appointment',
      start: appointment.start,
      end: appointment.end,
      appointment,
      overlap: [...busy, ...booked].some(
        (other) => other !== appointment && overlaps(other, appointment),
      ),
    })),
    ...busy.map((event): SheetRow => ({
      kind: 'event',
      start: event.start,
      end: event.end,
      event,
      over: booked.filter((one) => overlaps(one, event)).map(({ clientName }) => clientName),
    })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
}
