import type { CSSProperties } from 'react'
import styles from './card.module.css'
import type { Card } from './cards.ts'
import { minutesHigh, toPx } from './scale.ts'

export const boxOf = ({ stretch, place }: Card): CSSProperties => ({
  top: minutesHigh(stretch.from, 1),
  height: minutesHigh(stretch.to - stretch.from, -2),
  left: `calc(${place.left * 100}% + 3px)`,
  width: `calc(${place.width * 100}% - 6px)`,
  zIndex: place.depth + 1,
})

/** How much of a booking a card of this height has room for. */
export const sizeOf = ({ stretch }: Card) => {
  const height = toPx(stretch.to - stretch.from) - 2
  if (height < 38) return { height, size: styles.short, showsTime: false, showsAll: false }
  if (height < 58) return { height, size: styles.medium, showsTime: true, showsAll: false }
  return { height, size: undefined, showsTime: true, showsAll: true }
}
