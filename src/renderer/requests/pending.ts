import { useMemo } from 'react'
import { nameKey } from '../../domain/client.ts'
import type { AppointmentView } from '../../domain/views.ts'
import type { Answer } from '../stores/answers.ts'
import { useAppointments } from '../stores/reads.ts'
import { useView } from '../stores/view.ts'

const pending = { statuses: ['PENDING' as const] }

/** Requests of one artist or of everyone in which all that was typed is found, oldest first. */
export const pickRequests = (
  list: readonly AppointmentView[],
  artistId: string | null,
  search: string,
): AppointmentView[] => {
  const parts = nameKey(search).split(' ')
  const has = ({ clientName, clientPhone, clientEmail, description }: AppointmentView): boolean => {
    const said = nameKey([clientName, clientPhone, clientEmail, description].join(' '))
    return parts.every((part) => said.includes(part))
  }
  return list
    .filter((request) => (artistId === null || request.artistId === artistId) && has(request))
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

/** What waits for an answer and fits the filter and the search. */
export const usePending = (): Answer<readonly AppointmentView[]> => {
  const artistId = useView((view) => view.requestArtist)
  const search = useView((view) => view.requestSearch)
  const { value: list, failure } = useAppointments(pending)
  const value = useMemo(
    () => list && pickRequests(list, artistId, search),
    [list, artistId, search],
  )
  return { value, failure }
}
