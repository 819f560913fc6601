import { useEffect } from 'react'
import { bookingOf, endDrag, useDrag } from './drag.ts'
import type { GridColumn } from './grid-column.ts'

/** Takes the ghost away once the calendar shows the booking where it was dropped. */
export const useLanding = (columns: readonly GridColumn[], focus: (id: string) => void): void => {
  const drag = useDrag((state) => (state.drag?.landing ? state.drag : null))
  useEffect(() => {
    const booking = drag && bookingOf(drag)
    if (!drag || !booking) return
    const landed = columns.some(({ appointments }) =>
      appointments.some(
        ({ id, artistId, start, end }) =>
          id === booking.id &&
          artistId === drag.artist.id &&
          start === drag.time.start &&
          end === drag.time.end,
      ),
    )
    if (!landed) return
    endDrag()
    if (drag.by === 'keyboard') focus(booking.id)
  }, [columns, drag, focus])
}
