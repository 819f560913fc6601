import type { Command } from '../contract/announcements.ts'
import type { Artist } from '../domain/artist.ts'
import type { LocalDate } from '../domain/zone.ts'
import { act } from './stores/act.ts'
import { newDraft } from './stores/draft.ts'
import { openBooking, useDrawer } from './stores/drawer.ts'
import { moveDay, show, showDate, useView } from './stores/view.ts'

/** What commands are about: the day on the screen and whose columns it has. */
export interface Scene {
  readonly date: LocalDate
  readonly artists: readonly Artist[]
}

const beginBooking = ({ date, artists }: Scene): void => {
  show('calendar')
  const { drawer, draft } = useDrawer.getState()
  if (drawer?.kind === 'booking' && draft) return
  const { hiddenArtists } = useView.getState()
  const shown = artists.filter(({ id }) => !hiddenArtists.includes(id))
  const only = shown.length === 1 ? shown[0] : undefined
  const start = only?.hours.flatMap((day) => day[0]?.from ?? [])[0] ?? 12 * 60
  openBooking(
    newDraft(crypto.randomUUID(), only?.id ?? null, { date, start }, only?.sessionMinutes ?? 120),
  )
}

/** Does what a key or the native menu asks for. */
export const runCommand = (command: Command, scene: Scene): void => {
  const onCalendar = useView.getState().screen === 'calendar'
  const actions: Record<Command, () => void> = {
    'new-booking': () => beginBooking(scene),
    today: () => showDate(null),
    previous: () => onCalendar && moveDay(scene.date, -1),
    next: () => onCalendar && moveDay(scene.date, 1),
    sync: () => void act('sync.run', {}),
    'show-calendar': () => show('calendar'),
    'show-requests': () => show('requests'),
    'show-clients': () => show('clients'),
    'show-sync': () => show('sync'),
    'show-settings': () => show('settings'),
  }
  actions[command]()
}
