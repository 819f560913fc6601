import { monogramOf } from '../format/words.ts'
import { cx } from './classes.ts'
import { inkStyle } from './ink.ts'
import styles from './monogram.module.css'

interface MonogramProps {
  artist: { readonly name: string; readonly ink: number }
  /** Edge in px: 30 in a column header, 22 in a row. */
  size?: number
}

/** An artist's initials on their tint with their bar; decoration, always beside the name. */
export const Monogram = ({ artist, size = 30 }: MonogramProps) => (
  <span
    aria-hidden="true"
    className={cx(styles.monogram, size < 28 && styles.small)}
    style={{ ...inkStyle(artist.ink), '--size': `${size}px` }}
  >
    {monogramOf(artist.name)}
  </span>
)
