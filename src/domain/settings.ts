import { defaultHours, type WeekHours } from './artist.ts'

export const privacyLevels = ['name', 'name-phone', 'all'] as const

/** How much about a client goes into the event beyond the title's name. */
export type Privacy = (typeof privacyLevels)[number]

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** `system` is the computer's language, where the window speaks it. */
export const languageSettings = ['system', 'en', 'de'] as const

export type LanguageSetting = (typeof languageSettings)[number]

export const clocks = ['system', '12', '24'] as const

/** Whether it is 2 PM or 14:00; `system` as the computer's language has it. */
export type ClockSetting = (typeof clocks)[number]

export interface Settings {
  readonly studioName: string
  /** IANA zone in which the studio's wall clock is read. */
  readonly zone: string
  readonly hours: WeekHours
  /** The slot grid: free starts are offered on multiples of this many minutes. */
  readonly slotMinutes: number
  readonly pullMinutes: number
  /** How long entries of the sync log are kept. */
  readonly logDays: number
  /** So long after the last thing an admin did, the PIN is asked for again. */
  readonly lockMinutes: number
  readonly privacy: Privacy
  /** Ask once a day whether there is a newer Linework, where the package knows whom to ask. */
  readonly lookForUpdates: boolean
  readonly theme: Theme
  readonly language: LanguageSetting
  readonly clock: ClockSetting
  /** Closing the window leaves Linework running, with an icon beside the clock. */
  readonly closeToTray: boolean
  /** ISO 4217: what deposits are in. */
  readonly currency: string
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
  logDays: 90,
  lockMinutes: 10,
  privacy: 'name',
  lookForUpdates: true,
  theme: 'system',
  language: 'system',
  clock: 'system',
  closeToTray: false,
  currency: 'EUR',
  ready: false,
}
