import { create } from 'zustand'
import type { LocalDate } from '../../domain/zone.ts'
import { useToday } from './studio.ts'

export const settingsSections = [
  'studio',
  'artists',
  'timeOff',
  'accounts',
  'certificates',
  'sync',
  'privacy',
  'notifications',
  'security',
  'backups',
  'updates',
  'appearance',
] as const

export type SettingsSection = (typeof settingsSections)[number]

export const screens = ['calendar', 'requests', 'clients', 'sync', 'settings'] as const

export type Screen = (typeof screens)[number]

interface View {
  readonly screen: Screen
  /** The day on the screen; null is today, also after midnight. */
  readonly date: LocalDate | null
  readonly hiddenArtists: readonly string[]
  /** Grows when the calendar is asked to show the current time again. */
  readonly recentre: number
  readonly settingsSection: SettingsSection
  readonly clientId: string | null
  readonly requestId: string | null
  /** Whose requests are listed; null for everyone's. */
  readonly requestArtist: string | null
  /** What listed requests have in their client's name or their description. */
  readonly requestSearch: string
}

export const useView = create<View>(() => ({
  screen: 'calendar',
  date: null,
  hiddenArtists: [],
  recentre: 0,
  settingsSection: 'artists',
  clientId: null,
  requestId: null,
  requestArtist: null,
  requestSearch: '',
}))

export const show = (screen: Screen): void => useView.setState({ screen })

export const showSettings = (settingsSection: SettingsSection): void =>
  useView.setState({ screen: 'settings', settingsSection })

export const showDate = (date: LocalDate | null): void =>
  useView.setState(({ recentre }) => ({ screen: 'calendar', date, recentre: recentre + 1 }))

export const showClient = (clientId: string): void =>
  useView.setState({ screen: 'clients', clientId })

export const useShownDate = (): LocalDate => {
  const today = useToday()
  return useView((view) => view.date) ?? today
}
