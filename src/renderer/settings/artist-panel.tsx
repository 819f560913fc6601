import { Pencil, Plus, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { Artist } from '../../domain/artist.ts'
import type { AccountView, CalendarView } from '../../domain/views.ts'
import { act } from '../stores/act.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { ArtistDialog } from './artist-dialog.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

interface ArtistPanelProps {
  artist: Artist
  calendars: readonly CalendarView[]
  accounts: readonly AccountView[]
  onClose: () => void
}

/** One artist's calendars, to add, test, change and remove. */
export const ArtistPanel = ({ artist, calendars, accounts, onClose }: ArtistPanelProps) => {
  const [open, setOpen] = useState<'artist' | 'calendar' | 'remove' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <aside className={styles.panel} aria-label={artist.name}>
      <div className={styles.panelHead}>
        <Monogram artist={artist} size={36} />
        <h3>{artist.name}</h3>
        <Button look="quiet" icon aria-label={text.close} onPress={onClose}>
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => setOpen('artist')}>
          <Pencil size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.edit}
        </Button>
        <Button size="small" look="danger" onPress={() => setOpen('remove')}>
          <Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.remove}
        </Button>
      </div>
      {calendars.length === 0 && <p>{text.noCalendars}</p>}
      {calendars.map((calendar) => (
        <CalendarCard key={calendar.id} calendar={calendar} accounts={accounts} />
      ))}
      <Button onPress={() => setOpen('calendar')}>
        <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
        {text.addCalendar}
      </Button>
      {open === 'artist' && <ArtistDialog artist={artist} onClose={close} />}
      {open === 'calendar' && (
        <CalendarDialog
          artistId={artist.id}
          calendar={null}
          accounts={accounts}
          hasBooking={calendars.some(({ role }) => role === 'booking')}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <Confirm
          title={text.removeArtistTitle(artist.name)}
          confirm={text.remove}
          danger
          onClose={close}
          onConfirm={() => {
            close()
            void act('artists.remove', { id: artist.id })
          }}
        >
          <p>{text.removeArtistBody}</p>
        </Confirm>
      )}
    </aside>
  )
}
