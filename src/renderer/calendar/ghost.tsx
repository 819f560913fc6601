import { TriangleAlert, X } from 'lucide-react'
import { overlaps } from '../../domain/interval.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { formatRange, type Place } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { cx } from '../ui/classes.ts'
import { inkStyle } from '../ui/ink.ts'
import { bookingOf, useDrag } from './drag.ts'
import styles from './ghost.module.css'
import { stretchOn, toPx } from './scale.ts'
import { shortReason, text } from './text.ts'

interface GhostProps {
  artistId: string
  date: LocalDate
  place: Place
}

/** What is dragged, where it would be dropped, and the nearest time that fits where this one does not. */
export const Ghost = ({ artistId, date, place }: GhostProps) => {
  const day = {
    start: startOfDate(date, place.zone),
    end: startOfDate(addDays(date, 1), place.zone),
  }
  const drag = useDrag((state) =>
    state.drag?.artist.id === artistId &&
    (overlaps(state.drag.time, day) || (state.drag.fit && overlaps(state.drag.fit, day)))
      ? state.drag
      : null,
  )
  const stretch = drag && stretchOn(drag.time, date, place.zone)
  if (!drag || !stretch) return null
  const { verdict, artist } = drag
  const fit = drag.fit && stretchOn(drag.fit, date, place.zone)
  const refused = !verdict.available && !verdict.overrulable
  const warned = !verdict.available && verdict.overrulable
  const reason = shortReason(drag, place)
  const Sign = warned ? TriangleAlert : X
  return (
    <>
      {fit && drag.fit && (
        <div
          className={styles.fit}
          style={{ top: toPx(fit.from) + 1, height: toPx(fit.to - fit.from) - 2 }}
          aria-hidden="true"
        >
          {text.fits(formatRange(drag.fit, place))}
        </div>
      )}
      <div
        className={cx(styles.ghost, refused && styles.refused, warned && styles.warned)}
        style={{
          ...inkStyle(artist.ink),
          transform: `translateY(${toPx(stretch.from) + 1}px)`,
          height: toPx(stretch.to - stretch.from) - 2,
        }}
        data-ghost
        aria-hidden="true"
      >
        <strong dir="auto">{bookingOf(drag)?.clientName ?? text.newBooking}</strong>
        <span>{text.withArtist(formatRange(drag.time, place), firstName(artist.name))}</span>
        {reason && (
          <em>
            <Sign size={14} strokeWidth={2} />
            <span>{reason}</span>
          </em>
        )}
      </div>
    </>
  )
}
