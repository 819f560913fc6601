import { ChevronDown, ChevronLeft, ChevronRight, ListFilter } from 'lucide-react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { formatLongDay, formatShortDay, weekNumber } from '../format/time.ts'
import { usePlace } from '../stores/place.ts'
import { computerZone, useActiveArtists } from '../stores/studio.ts'
import { moveDay, showDate, useShownDate, useView } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { DayGrid } from '../ui/day-grid.tsx'
import { Floating } from '../ui/floating.tsx'
import { Menu, MenuChoices, MenuItem } from '../ui/menu.tsx'
import { Monogram } from '../ui/monogram.tsx'
import styles from './bar.module.css'
import { text } from './text.ts'

/** The calendar's part of the toolbar: which day, whose columns. */
export const CalendarBar = () => {
  const date = useShownDate()
  const { locale, zone } = usePlace()
  return (
    <>
      <Button onPress={() => showDate(null)}>{text.today}</Button>
      <Button look="quiet" icon aria-label={text.previousDay} onPress={() => moveDay(date, -1)}>
        <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Button look="quiet" icon aria-label={text.nextDay} onPress={() => moveDay(date, 1)}>
        <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <DialogTrigger>
        <Button
          look="quiet"
          className={styles.title}
          aria-label={`${formatLongDay(date, locale)}. ${text.goToDate}`}
        >
          <span className={styles.long}>{formatLongDay(date, locale)}</span>
          <span className={styles.short}>{formatShortDay(date, locale)}</span>
          <small className={styles.long}>{text.week(date.slice(0, 4), weekNumber(date))}</small>
        </Button>
        <Floating>
          <Dialog aria-label={text.goToDate}>
            {({ close }) => (
              <DayGrid
                value={date}
                onChange={(picked) => {
                  showDate(picked)
                  close()
                }}
              />
            )}
          </Dialog>
        </Floating>
      </DialogTrigger>
      {computerZone() !== zone && (
        <span className={styles.zone} title={text.elsewhere(zone)}>
          {zone}
        </span>
      )}
      <span className={styles.spring} />
      <ArtistFilter />
    </>
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
  const ids = artists.map(({ id }) => id)
  return (
    <Menu
      label={text.artists}
      trigger={
        <Button>
          <ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />
          {label}
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
