import { Check, TriangleAlert } from 'lucide-react'
import type { LastSent } from '../../domain/alert.ts'
import { formatMoment } from '../format/time.ts'
import { usePlace } from '../stores/place.ts'
import { FailureNote } from '../ui/message.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

/** How the last message of a channel fared; nothing before the first. */
export const AlertOutcome = ({ last }: { last: LastSent | undefined }) => {
  const place = usePlace()
  if (!last) return null
  const when = formatMoment(last.at, place)
  return last.failure ? (
    <div>
      <p className={styles.outcome}>
        <TriangleAlert className={styles.warned} size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.alerts.failedAt(when)}
      </p>
      <FailureNote failure={last.failure} />
    </div>
  ) : (
    <p className={styles.outcome}>
      <Check className={styles.ok} size={16} strokeWidth={1.75} aria-hidden="true" />
      {text.alerts.sentAt(when)}
    </p>
  )
}
