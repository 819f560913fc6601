import type { ReactNode } from 'react'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { cx } from './classes.ts'
import styles from './floating.module.css'

interface FloatingProps extends Omit<PopoverProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  /** A list or menu brings its own padding. */
  flush?: boolean
}

/** The surface of everything that opens at a control. */
export const Floating = ({ flush = false, ...rest }: FloatingProps) => (
  <Popover offset={6} {...rest} className={cx(styles.floating, !flush && styles.pad)} />
)
