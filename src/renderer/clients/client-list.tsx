import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useMemo } from 'react'
import type { Client } from '../../domain/client.ts'
import { addDays, dateAt, startOfDate, type LocalDate } from '../../domain/zone.ts'
import { formatShortDay } from '../format/time.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments } from '../stores/reads.ts'
import { useToday } from '../stores/studio.ts'
import { showClient } from '../stores/view.ts'
import { cx } from '../ui/classes.ts'
import styles from './clients.module.css'
import { nextVisits } from '../../domain/client-record.ts'
import { text } from './text.ts'

interface ClientListProps {
  clients: readonly Client[]
  selected: string | null
}

/** As high as the rows are in the style sheet. */
const rows = { rowHeight: 38, gap: 2, padding: 12 }

const near = (date: LocalDate, today: LocalDate, locale: string): string => {
  if (date === today) return text.today
  return date === addDays(today, 1) ? text.tomorrow : formatShortDay(date, locale, today)
}

/** Names to choose from, each with the day it comes next; arrow keys and typing move in it. */
export const ClientList = ({ clients, selected }: ClientListProps) => {
  const { zone, locale } = usePlace()
  const today = useToday()
  const coming = useAppointments({ from: startOfDate(today, zone) }).value
  const next = useMemo(() => nextVisits(coming ?? []), [coming])
  // What is shown of each, made only for a new answer: a row is drawn again when its item is another.
  const items = useMemo(
    () =>
      clients.map(({ id, name }) => {
        const visit = next.get(id)
        return {
          id,
          name,
          day: visit === undefined ? '' : near(dateAt(visit, zone), today, locale),
        }
      }),
    [clients, next, zone, today, locale],
  )
  return (
    <Virtualizer layout={ListLayout} layoutOptions={rows}>
      <ListBox
        items={items}
        aria-label={text.clients}
        className={cx(styles.list)}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected ? [selected] : []}
        onSelectionChange={(keys) => {
          for (const key of keys) showClient(String(key))
        }}
      >
        {({ id, name, day }) => (
          <ListBoxItem id={id} textValue={name} className={cx(styles.item)}>
            <span className={styles.name} title={name} dir="auto">
              {name}
            </span>
            {day && <small>{day}</small>}
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}
