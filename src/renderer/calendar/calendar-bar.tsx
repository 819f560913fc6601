import { ChevronDown, ChevronLeft, ChevronRight, Globe, ListFilter } from 'lucide-react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Suspense } from 'react'
import { addDays } from '../../domain/zone.ts'
import {
  formatDays,
  formatLongDay,
  formatShortDay,
  formatShortDays,
  weekNumber,
  weekStart,
} from '../format/time.ts'
import {
  layouts,
  pickDate,
  showLayout,
  showWeekOf,
  turnPage,
  useCalendarView,
} from '../stores/calendar-view.ts'
import { later } from '../later.ts'
import { usePlace } from '../stores/place.ts'
import { computerZone, useActiveArtists } from '../stores/studio.ts'
import { showDate, useShownDate, useView } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { Floating } from '../ui/floating.tsx'
import { Menu, MenuChoices, MenuItem } from '../ui/menu.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import styles from './bar.module.css'
import { text } from './text.ts'
import { useWeekArtist } from './use-columns.ts'

const DayGrid = later(async () => (await import('../ui/day-grid.tsx')).DayGrid)

/** The calendar's part of the toolbar: which days, in which layout, whose columns. */
export const CalendarBar = () => {
  const date = useShownDate()
  const { locale, zone } = usePlace()
  const { layout, picking } = useCalendarView()
  const first = weekStart(date, locale)
  const long =
    layout === 'week' ? formatDays(first, addDays(first, 6), locale) : formatLongDay(date, locale)
  return (
    <>
      <Button onPress={() => showDate(null)} aria-keyshortcuts="t">
        {text.today}
      </Button>
      <Button
        look="quiet"
        icon
        aria-label={text.previous[layout]}
        onPress={() => turnPage(date, -1)}
      >
        <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Button look="quiet" icon aria-label={text.next[layout]} onPress={() => turnPage(date, 1)}>
        <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <DialogTrigger isOpen={picking} onOpenChange={pickDate}>
        <Button
          look="quiet"
          className={styles.title}
          aria-label={`${long}. ${text.goToDate}`}
          aria-keyshortcuts="g"
        >
          <span className={styles.long}>{long}</span>
          <span className={styles.short}>
            {layout === 'week'
              ? formatShortDays(first, addDays(first, 6), locale)
              : formatShortDay(date, locale)}
          </span>
          <small className={styles.long}>{text.week(date.slice(0, 4), weekNumber(date))}</small>
        </Button>
        <Floating>
          <Dialog aria-label={text.goToDate}>
            <Suspense>
              <DayGrid
                value={date}
                autoFocus
                onChange={(picked) => {
                  showDate(picked)
                  pickDate(false)
                }}
              />
            </Suspense>
          </Dialog>
        </Floating>
      </DialogTrigger>
      {computerZone() !== zone && (
        <span className={styles.zone} title={text.elsewhere(zone)}>
          <Globe size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>{zone}</span>
        </span>
      )}
      <span className={styles.spring} />
      <Segments
        label={text.view}
        value={layout}
        onChange={(id) => showLayout(layouts.find((one) => one === id) ?? 'day')}
        choices={layouts.map((id) => ({ id, name: text.layouts[id] }))}
      />
      {layout === 'week' ? <WeekArtist /> : <ArtistFilter />}
    </>
  )
}

/** Whose week is shown. */
const WeekArtist = () => {
  const artists = useActiveArtists()
  const artist = useWeekArtist()
  if (artists.length < 2) return null
  return (
    <div className={styles.whose}>
      <Select
        label={text.weekOf}
        hideLabel
        value={artist?.id ?? null}
        onChange={showWeekOf}
        choices={artists.map((one) => ({
          id: one.id,
          name: one.name,
          mark: <Monogram artist={one} size={22} />,
        }))}
      />
    </div>
  )
}

const ArtistFilter = () => {
  const artists = useActiveArtists()
  const hidden = useView((view) => view.hiddenArtists)
  if (artists.length < 2) return null
  const shown = artists.filter(({ id }) => !hidden.includes(id))
  const label =
    shown.length === artists.length
      ? text.allArtists(artists.length)
      : shown.length === 1
        ? (shown[0]?.name ?? '')
        : text.someArtists(shown.length, artists.length)
  const brief =
    shown.length === artists.length
      ? String(artists.length)
      : shown.length === 1
        ? label
        : `${shown.length}/${artists.length}`
  const ids = artists.map(({ id }) => id)
  return (
    <Menu
      label={text.artists}
      trigger={
        <Button className={styles.filter} aria-label={label}>
          <ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles.long} dir="auto">
            {label}
          </span>
          <span className={styles.short} dir="auto">
            {brief}
          </span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <MenuChoices
        heading={text.artists}
        all={ids}
        selected={shown.map(({ id }) => id)}
        onChange={(kept) =>
          useView.setState({ hiddenArtists: ids.filter((id) => !kept.includes(id)) })
        }
      >
        {artists.map((artist) => (
          <MenuItem key={artist.id} id={artist.id} name={artist.name}>
            <Monogram artist={artist} size={22} />
            {artist.name}
          </MenuItem>
        ))}
      </MenuChoices>
    </Menu>
  )
}
