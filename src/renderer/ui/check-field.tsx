import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { cx } from './classes.ts'
import styles from './field.module.css'

interface CheckProps {
  value: boolean
  onChange: (value: boolean) => void
  children: ReactNode
}

export const Checkbox = ({ value, onChange, children }: CheckProps) => (
  <AriaCheckbox className={cx(styles.checkbox)} isSelected={value} onChange={onChange}>
    <span className={styles.mark}>
      <Check size={12} strokeWidth={3} aria-hidden="true" />
    </span>
    <span>{children}</span>
  </AriaCheckbox>
)

/** On or off at once, without saving; named by `label` where no words stand beside it. */
export const Switch = ({
  value,
  onChange,
  children,
  label,
}: Omit<CheckProps, 'children'> & { children?: ReactNode; label?: string }) => (
  <AriaSwitch
    className={cx(styles.switch)}
    isSelected={value}
    onChange={onChange}
    {...(label ? { 'aria-label': label } : {})}
  >
    <span className={styles.track} />
    {children}
  </AriaSwitch>
)
