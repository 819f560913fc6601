import type { ReactNode } from 'react'
import styles from './bar.module.css'

/** The left part of the toolbar on every page but the calendar: its name, and what belongs to it. */
export const Bar = ({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children?: ReactNode
}) => (
  <>
    <h1 className={styles.title}>
      {title} {aside && <small>{aside}</small>}
    </h1>
    <span className={styles.spring} />
    {children}
  </>
)
