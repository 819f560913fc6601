import { TriangleAlert, X } from 'lucide-react'
import type { Place } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { useArtist } from '../stores/studio.ts'
import { bookingOf, useDrag } from './drag.ts'
import styles from './ghost.module.css'
import { dragReason, hintText, spokenDrag, text } from './text.ts'

/** What is being dragged and which keys end it; the same, with the verdict, for those who listen. */
export const HintBar = ({ place, grid }: { place: Place; grid: number }) => {
  const drag = useDrag((state) => state.drag)
  const booking = drag && bookingOf(drag)
  const from = useArtist(booking?.artistId)
  const reason = drag && dragReason(drag, place)
  const Sign = drag?.verdict.overrulable ? TriangleAlert : X
  return (
    <>
      <p className="visually-hidden" role="status" aria-label={text.moving}>
        {drag && !drag.landing && spokenDrag(drag, place)}
      </p>
      {drag && !drag.landing && (
        <div className={styles.hint} aria-hidden="true">
          <b className={styles.hintSubject}>
            {hintText(drag, from ? firstName(from.name) : '', place)}
          </b>
          {reason && (
            <strong>
              <Sign size={14} strokeWidth={2} />
              <span>{reason}</span>
            </strong>
          )}
          {drag.by === 'keyboard' && (
            <span>
              <kbd>Enter</kbd> {text.drop}
            </span>
          )}
          <span>
            <kbd>Esc</kbd> {text.cancel}
          </span>
          {booking && (
            <span>
              <kbd>Alt</kbd> + <kbd>{text.arrows}</kbd> {text.moveBy(grid)}
            </span>
          )}
        </div>
      )}
    </>
  )
}
