import { CloudUpload } from 'lucide-react'
import type { AppointmentView } from '../../domain/views.ts'
import { formatAge, formatMoment } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { useNow } from '../stores/clock.ts'
import { useKept } from '../stores/kept-changes.ts'
import { usePlace } from '../stores/place.ts'
import { useArtist } from '../stores/studio.ts'
import { Monogram } from '../ui/monogram.tsx'
import { Tag } from '../ui/tag.tsx'
import styles from './requests.module.css'
import { text } from './text.ts'

interface RequestItemProps {
  request: AppointmentView
  selected: boolean
  onSelect: () => void
}

export const RequestItem = ({ request, selected, onSelect }: RequestItemProps) => {
  const artist = useArtist(request.artistId)
  const place = usePlace()
  const now = useNow()
  const kept = useKept(request)
  const { trouble } = request
  const changed = trouble ? trouble.kind === 'changed-there' : request.movedByArtist && !kept
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
    >
      {artist ? <Monogram artist={artist} size={28} /> : <span />}
      <span>
        <strong>
          <bdi>{request.clientName}</bdi>
          {request.delivery !== 'sent' && (
            <CloudUpload size={14} strokeWidth={1.75} aria-label={text.unsent} />
          )}
          {changed && <Tag tone="info">{text.changed}</Tag>}
          {request.proposed && !trouble && <Tag tone="stencil">{text.proposed}</Tag>}
          {trouble && !changed && <Tag tone="danger">{text.taken}</Tag>}
          <time>{formatAge(request.createdAt, now)}</time>
        </strong>
        <span dir="auto">{request.description}</span>
        <small>
          {formatMoment(request.start, place)} · <bdi>{firstName(artist?.name ?? '')}</bdi>
        </small>
      </span>
    </button>
  )
}
