import { Time } from '@internationalized/date'
import { Clock } from 'lucide-react'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { Group } from 'react-aria-components/Group'
import { Label } from 'react-aria-components/Label'
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField'
import { cx } from './classes.ts'
import styles from './field.module.css'

interface TimeFieldProps {
  label: string
  /** Minutes past midnight. */
  value: number
  onChange: (minutes: number) => void
  invalid?: boolean
  hideLabel?: boolean
  icon?: boolean
  autoFocus?: boolean
}

/** A time of day on the studio's wall clock, 12 or 24 hours as the locale has it. */
export const TimeField = (props: TimeFieldProps) => {
  const { label, value, onChange, invalid, hideLabel, icon = true } = props
  const wrapped = value % (24 * 60)
  return (
    <AriaTimeField
      className={cx(styles.field)}
      value={new Time(Math.floor(wrapped / 60), wrapped % 60)}
      onChange={(time) => time && onChange(time.hour * 60 + time.minute)}
      isInvalid={invalid ?? false}
      shouldForceLeadingZeros
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles.caption}>{label}</Label>}
      <Group className={cx(styles.box)}>
        {icon && <Clock size={16} strokeWidth={1.75} aria-hidden="true" />}
        <DateInput className={cx(styles.bare)} style={{ display: 'flex', alignItems: 'center' }}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
      </Group>
    </AriaTimeField>
  )
}
