import type { Span, WeekHours } from '../../domain/artist.ts'
import { weekdayNames } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { usePlace } from '../stores/place.ts'
import { TimeField } from '../ui/time-field.tsx'
import { endOfDay, usualSpan } from '../ui/week-hours.tsx'
import styles from './opening-hours.module.css'
import { text } from './text.ts'

interface OpeningHoursProps {
  label: string
  value: WeekHours
  onChange: (hours: WeekHours) => void
}

/** The week in one small box, one stretch a day; breaks are for the Settings. */
export const OpeningHours = ({ label, value, onChange }: OpeningHoursProps) => {
  const { locale } = usePlace()
  const short = weekdayNames(locale, 'short')
  return (
    <fieldset className={styles.hours}>
      <legend>
        {label} <span>{text.ownHours}</span>
      </legend>
      <div className={styles.week}>
        {weekdayNames(locale).map((name, day) => (
          <Day
            key={name}
            name={name}
            short={short[day] ?? name}
            span={value[day]?.[0]}
            onChange={(span) => onChange(value.with(day, span ? [span] : []))}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface DayProps {
  name: string
  short: string
  /** None on a day that is closed. */
  span: Span | undefined
  onChange: (span: Span | undefined) => void
}

const Day = ({ name, short, span, onChange }: DayProps) => (
  <div className={styles.day}>
    <button
      type="button"
      className={styles.name}
      aria-label={name}
      aria-pressed={span !== undefined}
      title={span ? text.closeOn(name) : text.openOn(name)}
      onClick={() => onChange(span ? undefined : usualSpan)}
    >
      {short}
    </button>
    {span ? (
      <>
        <TimeField
          label={words.common.hoursFrom(name)}
          hideLabel
          icon={false}
          value={span.from}
          invalid={span.to <= span.from}
          onChange={(from) => onChange({ ...span, from })}
        />
        <TimeField
          label={words.common.hoursTo(name)}
          hideLabel
          icon={false}
          value={span.to}
          invalid={span.to <= span.from}
          onChange={(to) => onChange({ ...span, to: endOfDay(to) })}
        />
      </>
    ) : (
      <span className={styles.closed}>{words.common.closed}</span>
    )}
  </div>
)
