import { User } from 'lucide-react'
import type { SearchHit } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import { formatWhen } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { words } from '../i18n/words.ts'
import { openAppointment } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useSearch } from '../stores/reads.ts'
import { useArtists } from '../stores/studio.ts'
import { showClient, showDate } from '../stores/view.ts'
import { useLatest } from '../ui/use-latest.ts'
import { Monogram } from '../ui/monogram.tsx'
import type { Entry } from './entry.ts'

const MOST = 5

const none: readonly SearchHit[] = []

/** Clients and appointments that fit what was typed, best first. */
export const useFoundEntries = (typed: string): Entry[] => {
  const place = usePlace()
  const artists = useArtists()
  const answer = useSearch({ text: typed, limit: 20 }, typed !== '').value
  const hits = useLatest(answer) ?? none
  if (typed === '') return []

  const clients = hits.flatMap((hit): Entry[] =>
    hit.kind === 'client'
      ? [
          {
            id: `client ${hit.client.id}`,
            group: 'clients',
            mark: <User size={18} strokeWidth={1.6} aria-hidden="true" />,
            name: hit.client.name,
            detail: hit.client.phone || hit.client.email,
            run: () => showClient(hit.client.id),
          },
        ]
      : [],
  )
  const appointments = hits.flatMap((hit): Entry[] => {
    if (hit.kind !== 'appointment') return []
    const { id, artistId, clientName, start, status } = hit.appointment
    const artist = artists.find((one) => one.id === artistId)
    return [
      {
        id: `appointment ${id}`,
        group: 'appointments',
        mark: artist && <Monogram artist={artist} size={22} />,
        name: clientName,
        detail: [
          formatWhen(hit.appointment, place),
          firstName(artist?.name ?? ''),
          words.common.statuses[status],
        ].join(' · '),
        run: () => {
          showDate(dateAt(start, place.zone))
          openAppointment(id)
        },
      },
    ]
  })
  return [...clients.slice(0, MOST), ...appointments.slice(0, MOST)]
}
