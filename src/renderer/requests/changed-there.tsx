import { Smartphone } from 'lucide-react'
import type { AppointmentView, AuditEntry } from '../../domain/views.ts'
import { formatTime, formatWhen } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { keepTheirs, useKept } from '../stores/kept-changes.ts'
import { usePlace } from '../stores/place.ts'
import { useHistory } from '../stores/reads.ts'
import { reschedule } from '../stores/reschedule.ts'
import { useArtist } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import styles from '../ui/trouble-box.module.css'
import { text } from './text.ts'

/** The artist's last move of a request, with both times, unless the desk has changed it since. */
export const lastMove = (
  history: readonly AuditEntry[],
): { at: number; before: { start: number; end: number } } | null => {
  const last = history.findLast(
    ({ before, after }) =>
      before !== null && (after?.start ?? after?.end ?? after?.artistId) !== undefined,
  )
  const { start, end } = last?.before ?? {}
  return last?.actor === 'artist' && start !== undefined && end !== undefined
    ? { at: last.at, before: { start, end } }
    : null
}

/** A request whose time the artist changed in the calendar: theirs stays, or ours comes back. */
export const ChangedThere = ({ request }: { request: AppointmentView }) => {
  const place = usePlace()
  const artist = useArtist(request.artistId)
  const history = useHistory({ id: request.id }).value ?? []
  const kept = useKept(request)
  const move = lastMove(history)
  if (!move || kept || request.trouble) return null
  const { at, before } = move
  const bringBack = (): void =>
    void reschedule(request, { artistId: request.artistId, ...before }, text.oursAgain)
  return (
    <section className={cx(styles.box, styles.changed)}>
      <h3>
        <Smartphone size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.changedAt(firstName(artist?.name ?? ''), formatTime(at, place))}
      </h3>
      <div className={styles.body}>
        <dl>
          <div>
            <dt>{text.before}</dt>
            <dd>{formatWhen(before, place)}</dd>
          </div>
          <div>
            <dt>{text.after}</dt>
            <dd>
              <strong>{formatWhen(request, place)}</strong>
            </dd>
          </div>
        </dl>
        <div className={styles.buttons}>
          <Button size="small" onPress={bringBack}>
            {text.oursInstead}
          </Button>
          <Button size="small" onPress={() => keepTheirs(request)}>
            {text.keepTheirs}
          </Button>
        </div>
      </div>
    </section>
  )
}
