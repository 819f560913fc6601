import type { Artist } from '../../domain/artist.ts'
import { formatMinutes } from '../format/time.ts'
import { isEnded, type Card } from './cards.ts'
import styles from './card.module.css'
import { useDrag } from './drag.ts'
import { DAY_MINUTES, minutesHigh } from './scale.ts'
import { text } from './text.ts'

interface FreeSlotProps {
  column: string
  artist: Artist
  cards: readonly Card[]
  locale: string
}

/** The slot under the mouse, as long as a session of this artist or until the next card. */
export const FreeSlot = ({ column, artist, cards, locale }: FreeSlotProps) => {
  const start = useDrag(({ hover }) => (hover?.column === column ? hover.minute : null))
  if (start === null) return null
  return (
    <div
      className={styles.slot}
      style={{
        top: minutesHigh(start, 1),
        height: minutesHigh(freeAfter(cards, start, artist.sessionMinutes), -2),
      }}
      aria-hidden="true"
    >
      {text.book(formatMinutes(start, locale), artist.name)}
    </div>
  )
}

/** How much of `minutes` fits between `start` and the next card that takes time. */
const freeAfter = (cards: readonly Card[], start: number, minutes: number): number => {
  const next =
    cards.find((card) => card.stretch.from > start && !isEnded(card))?.stretch.from ?? DAY_MINUTES
  return Math.max(15, Math.min(minutes, next - start))
}
