import { CalendarDays, Printer, RefreshCw } from 'lucide-react'
import type { Command } from '../../contract/announcements.ts'
import type { Artist } from '../../domain/artist.ts'
import type { LocalDate } from '../../domain/zone.ts'
import { keysOf } from '../format/command-keys.ts'
import { formatLongDay, formatShortDay } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { act } from '../stores/act.ts'
import { showWeekOf } from '../stores/calendar-view.ts'
import { openSheet } from '../stores/overlay.ts'
import { showDate } from '../stores/view.ts'
import { Monogram } from '../ui/monogram.tsx'
import { commandMarks } from './command-marks.tsx'
import type { Entry } from './entry.ts'
import { fits } from './fits.ts'
import { text } from './text.ts'

export const dateEntry = (date: LocalDate, locale: string): Entry => ({
  id: `day ${date}`,
  group: 'go',
  mark: <CalendarDays size={18} strokeWidth={1.6} aria-hidden="true" />,
  name: formatLongDay(date, locale),
  detail: text.dayView,
  run: () => showDate(date),
})

/** What can be looked at or done about an artist. */
export const artistEntries = (
  artist: Artist,
  date: LocalDate | null,
  { today, locale }: { readonly today: LocalDate; readonly locale: string },
): Entry[] => [
  {
    id: `week ${artist.id}`,
    group: 'go',
    mark: <Monogram artist={artist} size={22} />,
    name: text.weekOf(artist.name),
    detail: text.weekView,
    keys: keysOf('show-week'),
    run: () => {
      showDate(date)
      showWeekOf(artist.id)
    },
  },
  {
    id: `sync ${artist.id}`,
    group: 'do',
    mark: <RefreshCw size={18} strokeWidth={1.6} aria-hidden="true" />,
    name: text.syncOf(firstName(artist.name)),
    run: () => void act('sync.run', { artistId: artist.id }),
  },
  {
    id: `sheet ${artist.id}`,
    group: 'do',
    mark: <Printer size={18} strokeWidth={1.6} aria-hidden="true" />,
    name: text.sheetOf(
      firstName(artist.name),
      date === null || date === today ? text.today : formatShortDay(date, locale, today),
    ),
    run: () => openSheet({ artistId: artist.id, date: date ?? today }),
  },
]

/** The commands whose names fit; all of them while nothing is typed. */
export const commandEntries = (typed: string, run: (command: Command) => void): Entry[] =>
  commandMarks.flatMap(([command, Mark]): Entry[] =>
    fits(text.commands[command], typed)
      ? [
          {
            id: `command ${command}`,
            group: 'do',
            mark: <Mark size={18} strokeWidth={1.6} aria-hidden="true" />,
            name: text.commands[command],
            keys: keysOf(command),
            run: () => run(command),
          },
        ]
      : [],
  )
