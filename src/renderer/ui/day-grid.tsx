import { parseDate } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import type { LocalDate } from '../../domain/zone.ts'
import { words } from '../i18n/words.ts'
import { Button } from './button.tsx'
import { cx } from './classes.ts'
import styles from './floating.module.css'

interface DayGridProps {
  value?: LocalDate
  onChange?: (date: LocalDate) => void
  autoFocus?: boolean
}

/** A month to pick a day from; inside a date field it takes the field's value. */
export const DayGrid = ({ value, onChange, autoFocus = false }: DayGridProps) => (
  <Calendar
    aria-label={words.common.day}
    autoFocus={autoFocus}
    {...(value ? { value: parseDate(value), defaultFocusedValue: parseDate(value) } : {})}
    {...(onChange ? { onChange: (date) => onChange(date.toString()) } : {})}
  >
    <header className={styles.month}>
      <Button slot="previous" look="quiet" size="small" icon>
        <ChevronLeft size={16} aria-hidden="true" />
      </Button>
      <Heading />
      <Button slot="next" look="quiet" size="small" icon>
        <ChevronRight size={16} aria-hidden="true" />
      </Button>
    </header>
    <CalendarGrid className={cx(styles.days)}>
      <CalendarGridHeader>
        {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
      </CalendarGridHeader>
      <CalendarGridBody>
        {(date) => <CalendarCell date={date} className={cx(styles.day)} />}
      </CalendarGridBody>
    </CalendarGrid>
  </Calendar>
)
