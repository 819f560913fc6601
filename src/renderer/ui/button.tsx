import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import { cx } from './classes.ts'
import styles from './button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: 'plain' | 'ink' | 'stencil' | 'danger' | 'quiet'
  size?: 'small' | 'normal' | 'large'
  /** Only an icon inside: square, and named by `aria-label`. */
  icon?: boolean
  className?: string | undefined
  children: ReactNode
}

export const Button = ({
  look = 'plain',
  size = 'normal',
  icon = false,
  className,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    className={cx(
      styles.button,
      look !== 'plain' && styles[look],
      size !== 'normal' && styles[size],
      icon && styles.icon,
      className,
    )}
  />
)

/** The key that does the same as the button it is in; `spoken` where nothing else says so. */
export const Key = ({ children, spoken = false }: { children: string; spoken?: boolean }) => (
  <kbd className={styles.kbd} aria-hidden={!spoken}>
    {children}
  </kbd>
)
