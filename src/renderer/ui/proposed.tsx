import { Copy, MessageCircleQuestion } from 'lucide-react'
import type { AppointmentView } from '../../domain/views.ts'
import { formatMoment, formatWhen } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useArtist } from '../stores/studio.ts'
import { Button } from './button.tsx'
import { cx } from './classes.ts'
import styles from './trouble-box.module.css'

const text = words.requests

/** A request whose time was proposed: the client has yet to agree, and what they are to be told. */
export const Proposed = ({ request }: { request: AppointmentView }) => {
  const place = usePlace()
  const artist = useArtist(request.artistId)
  const { proposed } = request
  if (!proposed) return null
  const offer = text.offer(formatWhen(request, place), artist?.name ?? '')
  const copy = (): void =>
    void act('clipboard.write', { text: `${offer} ${proposed.note}`.trim() }, text.copied)
  return (
    <section className={cx(styles.box, styles.open)}>
      <h3>
        <MessageCircleQuestion size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.proposedAt(formatMoment(proposed.at, place))}
      </h3>
      <div className={styles.body}>
        <p dir="auto" data-selectable>
          {proposed.note || offer}
        </p>
        <div className={styles.buttons}>
          <Button size="small" onPress={copy}>
            <Copy size={14} strokeWidth={1.75} aria-hidden="true" />
            {text.copyOffer}
          </Button>
        </div>
      </div>
    </section>
  )
}
