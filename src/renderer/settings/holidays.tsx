import { parseDate } from '@internationalized/date'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TimeOff } from '../../domain/artist.ts'
import { addDays, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useTimeOff } from '../stores/reads.ts'
import { useToday } from '../stores/studio.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/check-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FailureNote } from '../ui/message.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './studio.module.css'
import { text } from './text.ts'
import { timeOffWhen, wholeDaysOf } from './time-off-text.ts'

const studio = words.studio

/** As far ahead as days are shown: what is entered for two years on is among them. */
const AHEAD = 1_100

const inYears = (date: LocalDate, years: number): LocalDate =>
  parseDate(date).add({ years }).toString()

/** The days on which the studio is closed, from today on, and a line to add one. */
export const Holidays = () => {
  const { zone, locale } = usePlace()
  const today = useToday()
  const { value, failure } = useTimeOff({
    from: startOfDate(today, zone),
    to: startOfDate(addDays(today, AHEAD), zone),
  })
  const days = value
    ?.filter((off) => off.artistId === null && wholeDaysOf(off, zone))
    .toSorted((a, b) => a.start - b.start)
  return (
    <section className={styles.holidays} aria-label={studio.holidays}>
      <h3>{studio.holidays}</h3>
      <p>{studio.holidaysHint}</p>
      {failure && <FailureNote failure={failure} />}
      {days?.length === 0 && <p className={styles.none}>{studio.noHolidays}</p>}
      {days && days.length > 0 && (
        <ul>
          {days.map((off) => {
            const when = timeOffWhen(off, { zone, locale }, today)
            return (
              <li key={off.id}>
                <time>{when}</time>
                <span>{off.reason}</span>
                <Button
                  look="quiet"
                  icon
                  aria-label={studio.removeDay(off.reason, when)}
                  onPress={() => void act('closedDays.remove', { id: off.id }, text.timeOffRemoved)}
                >
                  <Trash2 size={15} strokeWidth={1.75} aria-hidden="true" />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {days && <AddHoliday days={days} today={today} zone={zone} />}
    </section>
  )
}

interface AddHolidayProps {
  days: readonly TimeOff[]
  today: LocalDate
  zone: string
}

const AddHoliday = ({ days, today, zone }: AddHolidayProps) => {
  const [date, setDate] = useState(today)
  const [name, setName] = useState('')
  const [yearly, setYearly] = useState(false)
  const [busy, setBusy] = useState(false)
  const isClosed = (day: LocalDate): boolean => {
    const start = startOfDate(day, zone)
    return days.some((off) => off.start <= start && start < off.end)
  }
  const closed = isClosed(date)

  const add = async (): Promise<void> => {
    setBusy(true)
    const wanted = (yearly ? [0, 1, 2] : [0])
      .map((years) => inYears(date, years))
      .filter((day) => !isClosed(day))
    let added = 0
    for (const day of wanted) {
      const [start, end] = [startOfDate(day, zone), startOfDate(addDays(day, 1), zone)]
      const made = await act('closedDays.create', { start, end, reason: name })
      if (!made.ok) break
      added += 1
    }
    setBusy(false)
    if (added === 0) return
    tell('ok', studio.added(added))
    setName('')
    setDate(addDays(date, 1))
  }
  return (
    <form
      noValidate
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (!closed && !busy) void add()
      }}
    >
      <DateField label={studio.day} value={date} onChange={setDate} invalid={closed} />
      <TextField
        label={studio.dayName}
        placeholder={studio.dayNameHint}
        value={name}
        onChange={setName}
      />
      <Button type="submit" isDisabled={closed || busy}>
        <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
        {studio.addDay}
      </Button>
      <Checkbox value={yearly} onChange={setYearly}>
        {studio.yearly}
      </Checkbox>
      {closed && <p role="alert">{studio.alreadyClosed}</p>}
    </form>
  )
}
