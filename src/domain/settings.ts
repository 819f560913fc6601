import { defaultHours, type WeekHours } from './artist.ts'

export const privacyLevels = ['name', 'name-phone', 'all'] as const

/** How much about a client goes into the event beyond the title's name. */
export type Privacy = (typeof privacyLevels)[number]

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

export interface Settings {
  readonly studioName: string
  /** IANA zone in which the studio's wall clock is read. */
  readonly zone: string
  readonly hours: WeekHours
  /** The slot grid: free starts are offered on multiples of this many minutes. */
  readonly slotMinutes: number
  readonly pullMinutes: number
  readonly privacy: Privacy
  readonly theme: Theme
  /** False until the first run is finished. */
  readonly ready: boolean
}

/** Before anybody has set anything; the zone is then taken from the computer. */
export const defaultSettings: Settings = {
  studioName: '',
  zone: 'UTC',
  hours: defaultHours,
  slotMinutes: 15,
  pullMinutes: 5,
  privacy: 'name',
  theme: 'system',
  ready: false,
}
