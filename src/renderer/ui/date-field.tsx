import { parseDate } from '@internationalized/date'
import { Calendar as CalendarIcon } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Label } from 'react-aria-components/Label'
import type { LocalDate } from '../../domain/zone.ts'
import { formatDate } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { usePlace } from '../stores/place.ts'
import { cx } from './classes.ts'
import { DayGrid } from './day-grid.tsx'
import styles from './field.module.css'
import { Floating } from './floating.tsx'

interface DateFieldProps {
  label: string
  value: LocalDate
  onChange: (date: LocalDate) => void
  invalid?: boolean
  hideLabel?: boolean
}

/** A date, typed or picked; in words while nobody types. */
export const DateField = ({ label, value, onChange, invalid, hideLabel }: DateFieldProps) => (
  <DatePicker
    className={cx(styles.field)}
    value={parseDate(value)}
    onChange={(date) => date && onChange(date.toString())}
    isInvalid={invalid ?? false}
    shouldForceLeadingZeros
    {...(hideLabel ? { 'aria-label': label } : {})}
  >
    {!hideLabel && <Label className={styles.caption}>{label}</Label>}
    <Group className={cx(styles.box)}>
      <Button className={cx(styles.inline)} aria-label={words.common.chooseIn(label)}>
        <CalendarIcon size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <span className={styles.written} aria-hidden="true">
        {formatDate(value, usePlace().locale)}
      </span>
      <DateInput
        className={cx(styles.bare, styles.typed)}
        style={{ display: 'flex', alignItems: 'center' }}
      >
        {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
      </DateInput>
    </Group>
    <Floating>
      <Dialog>
        <DayGrid />
      </Dialog>
    </Floating>
  </DatePicker>
)
