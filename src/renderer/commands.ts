import type { Command } from '../contract/announcements.ts'
import type { Artist } from '../domain/artist.ts'
import { MINUTE, type Instant } from '../domain/interval.ts'
import { dateAt, parseDate, toWallClock, weekdayOf, type LocalDate } from '../domain/zone.ts'
import { act } from './stores/act.ts'
import { pickDate, showLayout, turnPage } from './stores/calendar-view.ts'
import { newDraft } from './stores/draft.ts'
import { openBooking, resumeDraft, useDrawer } from './stores/drawer.ts'
import { firstFree } from './stores/first-free.ts'
import { openOverlay } from './stores/overlay.ts'
import { undoNewest } from './stores/toasts.ts'
import { show, showDate, useView } from './stores/view.ts'

/** What commands are about: the day on the screen and whose columns it has. */
export interface Scene {
  readonly date: LocalDate
  readonly artists: readonly Artist[]
  readonly zone: string
  readonly slotMinutes: number
}

/** Where a new booking begins to look: the next slot today, the first hour on another day. */
const firstStart = (
  { date, zone, slotMinutes }: Scene,
  artist: Artist | undefined,
  now: Instant,
) => {
  if (dateAt(now, zone) !== date) return artist?.hours[weekdayOf(date)]?.[0]?.from ?? 12 * 60
  const minutes = (toWallClock(now, zone) - parseDate(date)) / MINUTE
  return Math.min(Math.ceil(minutes / slotMinutes) * slotMinutes, 24 * 60 - slotMinutes)
}

const beginBooking = (scene: Scene, now: Instant): void => {
  const { date, artists } = scene
  show('calendar')
  const { drawer, draft } = useDrawer.getState()
  if ((drawer?.kind === 'booking' && draft) || resumeDraft()) return
  const { hiddenArtists } = useView.getState()
  const shown = artists.filter(({ id }) => !hiddenArtists.includes(id))
  const only = shown.length === 1 ? shown[0] : undefined
  const start = firstStart(scene, only, now)
  openBooking(
    newDraft(crypto.randomUUID(), only?.id ?? null, { date, start }, only?.sessionMinutes ?? 120),
  )
}

/** How long a walk-in is given until somebody says otherwise. */
const WALK_IN_MINUTES = 60

/** A booking for somebody who stands at the desk: whoever is free first, from now on. */
const walkIn = async ({ zone }: Scene, now: Instant): Promise<void> => {
  const free = await firstFree(now, WALK_IN_MINUTES, zone)
  if (!free) return
  showDate(free.date)
  openBooking(newDraft(crypto.randomUUID(), free.artistId, free, WALK_IN_MINUTES))
}

/** Does what a key or the native menu asks for. */
export const runCommand = (command: Command, scene: Scene, now: Instant): void => {
  const onCalendar = useView.getState().screen === 'calendar'
  const actions: Record<Command, () => void> = {
    'new-booking': () => beginBooking(scene, now),
    'book-now': () => void walkIn(scene, now),
    search: () => openOverlay('palette'),
    undo: () => void undoNewest(),
    'print-day': () => openOverlay('print'),
    export: () => openOverlay('export'),
    'show-keys': () => openOverlay('keys'),
    today: () => showDate(null),
    previous: () => onCalendar && turnPage(scene.date, -1),
    next: () => onCalendar && turnPage(scene.date, 1),
    'go-to-date': () => pickDate(true),
    'show-day': () => showLayout('day'),
    'show-week': () => showLayout('week'),
    'show-list': () => showLayout('list'),
    sync: () => void act('sync.run', {}),
    'show-calendar': () => show('calendar'),
    'show-requests': () => show('requests'),
    'show-clients': () => show('clients'),
    'show-sync': () => show('sync'),
    'show-settings': () => show('settings'),
  }
  actions[command]()
}
