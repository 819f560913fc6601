import type { AppointmentView } from '../../domain/views.ts'
import { useAppointments } from '../stores/reads.ts'
import { useView } from '../stores/view.ts'

const pending = { statuses: ['PENDING' as const] }

/** What waits for an answer, oldest first, of the artist the list is filtered by. */
export const usePending = (): readonly AppointmentView[] | undefined => {
  const artistId = useView((view) => view.requestArtist)
  const list = useAppointments(pending).value
  return list
    ?.filter((request) => artistId === null || request.artistId === artistId)
    .toSorted((a, b) => a.createdAt - b.createdAt)
}
