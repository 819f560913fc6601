import { Plus, X } from 'lucide-react'
import type { Span, WeekHours } from '../../domain/artist.ts'
import { weekdayNames } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from './button.tsx'
import { Switch } from './check-field.tsx'
import { TimeField } from './time-field.tsx'
import styles from './week-hours.module.css'

const text = words.common

/** The hours a day begins with that was closed. */
export const usualSpan: Span = { from: 11 * 60, to: 19 * 60 }

/** A day's next stretch: an hour after the last one, as long as the day has room. */
const nextSpan = (spans: readonly Span[]): Span => {
  const last = spans.at(-1)
  if (!last) return usualSpan
  const from = Math.min(last.to + 60, 23 * 60)
  return { from, to: Math.min(from + 120, 24 * 60) }
}

/** Midnight at the end of a day is typed as 00:00. */
export const endOfDay = (minutes: number): number => (minutes === 0 ? 24 * 60 : minutes)

/** A copy in arrays of its own, as a question wants it. */
export const copyHours = (hours: WeekHours): Span[][] => hours.map((spans) => [...spans])

export const hoursAreValid = (hours: WeekHours): boolean =>
  hours.every((spans) =>
    spans.every(({ from, to }, at) => to > from && from >= (spans[at - 1]?.to ?? 0)),
  )

interface WeekHoursFieldProps {
  label: string
  value: WeekHours
  onChange: (hours: WeekHours) => void
}

/** Working hours for each day of the week; a break is two stretches. */
export const WeekHoursField = ({ label, value, onChange }: WeekHoursFieldProps) => {
  const { locale } = usePlace()
  const put = (day: number, spans: readonly Span[]): void => onChange(value.with(day, spans))
  return (
    <fieldset className={styles.week}>
      <legend>{label}</legend>
      {weekdayNames(locale).map((name, day) => {
        const spans = value[day] ?? []
        return (
          <div key={name} className={styles.day}>
            <Switch value={spans.length > 0} onChange={(open) => put(day, open ? [usualSpan] : [])}>
              {name}
            </Switch>
            {spans.length === 0 && <span className={styles.closed}>{text.closed}</span>}
            <div className={styles.spans}>
              {spans.map((span, at) => (
                <SpanFields
                  key={`${name} ${at + 1}`}
                  name={name}
                  span={span}
                  onChange={(changed) => put(day, spans.with(at, changed))}
                  {...(spans.length > 1
                    ? { onRemove: () => put(day, spans.toSpliced(at, 1)) }
                    : {})}
                />
              ))}
            </div>
            {spans.length > 0 && spans.length < 4 && (
              <Button
                look="quiet"
                size="small"
                icon
                aria-label={text.addHours(name)}
                onPress={() => put(day, [...spans, nextSpan(spans)])}
              >
                <Plus size={14} aria-hidden="true" />
              </Button>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

interface SpanFieldsProps {
  name: string
  span: Span
  onChange: (span: Span) => void
  onRemove?: () => void
}

const SpanFields = ({ name, span, onChange, onRemove }: SpanFieldsProps) => (
  <div className={styles.span}>
    <TimeField
      label={text.hoursFrom(name)}
      hideLabel
      icon={false}
      value={span.from}
      invalid={span.to <= span.from}
      onChange={(from) => onChange({ ...span, from })}
    />
    –
    <TimeField
      label={text.hoursTo(name)}
      hideLabel
      icon={false}
      value={span.to}
      invalid={span.to <= span.from}
      onChange={(to) => onChange({ ...span, to: endOfDay(to) })}
    />
    {onRemove && (
      <Button look="quiet" size="small" icon aria-label={text.removeHours(name)} onPress={onRemove}>
        <X size={14} aria-hidden="true" />
      </Button>
    )}
  </div>
)
