import { cx } from '../ui/classes.ts'
import type { Card } from './cards.ts'
import styles from './grid.module.css'
import { minutesHigh } from './scale.ts'

/** The now-line in one column; over a card only its ends show, so that it never strikes text through. */
export const NowMark = ({ now, cards }: { now: number; cards: readonly Card[] }) => {
  const covered = cards.some(({ stretch }) => stretch.from < now && now < stretch.to)
  return (
    <>
      <div
        className={cx(styles.now, covered && styles.nowStart)}
        style={{ top: minutesHigh(now, -1) }}
        aria-hidden="true"
      />
      {covered && (
        <div
          className={cx(styles.now, styles.nowEnd)}
          style={{ top: minutesHigh(now, -1) }}
          aria-hidden="true"
        />
      )}
    </>
  )
}
