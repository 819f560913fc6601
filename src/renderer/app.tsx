import { useCallback, useEffect, useMemo, type ComponentType } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Command } from '../contract/announcements.ts'
import type { StudioState } from '../domain/views.ts'
import { ArtistDay } from './calendar/artist-day.tsx'
import { CalendarBar } from './calendar/calendar-bar.tsx'
import { CalendarScreen } from './calendar/calendar-screen.tsx'
import { DrawerHost } from './booking/drawer-host.tsx'
import { ClientsBar } from './clients/clients-bar.tsx'
import { ClientsScreen } from './clients/clients-screen.tsx'
import { runCommand } from './commands.ts'
import { FirstRun } from './first-run/first-run.tsx'
import { languageOf } from '../domain/language.ts'
import { speak } from './i18n/words.ts'
import { Palette } from './palette/palette.tsx'
import { ExportDialog } from './print/export-dialog.tsx'
import { PrintView } from './print/print-view.tsx'
import { RequestsBar } from './requests/requests-bar.tsx'
import { RequestsScreen } from './requests/requests-screen.tsx'
import { SettingsBar } from './settings/settings-bar.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { PinDialog } from './shell/pin-dialog.tsx'
import { OverruleDialog } from './shell/overrule-dialog.tsx'
import { Banner } from './shell/banner.tsx'
import { KeysHelp } from './shell/keys-help.tsx'
import { Rail } from './shell/rail.tsx'
import styles from './shell/shell.module.css'
import { useShortcuts } from './shell/shortcuts.ts'
import { text } from './shell/text.ts'
import { Toasts } from './shell/toasts.tsx'
import { Toolbar } from './shell/toolbar.tsx'
import { startClock } from './stores/clock.ts'
import { startHearing } from './stores/hearing.ts'
import { useOverlay } from './stores/overlay.ts'
import { usePlace } from './stores/place.ts'
import { recallDraft } from './stores/recall-draft.ts'
import { useStudioState } from './stores/reads.ts'
import { useActiveArtists, useSettings, useZone } from './stores/studio.ts'
import { useShownDate, useView, type Screen } from './stores/view.ts'
import { SyncBar } from './sync/sync-bar.tsx'
import { SyncScreen } from './sync/sync-screen.tsx'
import { FailureNote, Spinner } from './ui/message.tsx'

const parts: Record<Screen, { Bar: ComponentType; Body: ComponentType }> = {
  calendar: { Bar: CalendarBar, Body: CalendarScreen },
  requests: { Bar: RequestsBar, Body: () => <RequestsScreen Day={ArtistDay} /> },
  clients: { Bar: ClientsBar, Body: ClientsScreen },
  sync: { Bar: SyncBar, Body: SyncScreen },
  settings: { Bar: SettingsBar, Body: SettingsScreen },
}

export const App = () => {
  const studio = useStudioState()
  const settings = useSettings()
  const theme = settings?.theme
  const run = useCommands()
  const { locale } = usePlace()
  const language = languageOf(settings?.language ?? 'system', navigator.languages)
  // Before anything below is drawn; it is all drawn again, by its key, in another language.
  speak(language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(startClock, [])
  useEffect(() => void recallDraft(), [])
  useEffect(() => startHearing(run), [run])
  useEffect(() => {
    document.documentElement.style.colorScheme = !theme || theme === 'system' ? '' : theme
  }, [theme])

  if (!studio.value || !settings)
    return (
      <div className={styles.loading} role="status">
        {studio.failure ? <FailureNote failure={studio.failure} /> : <Spinner size={24} />}
        <span className="visually-hidden">{text.loading}</span>
      </div>
    )
  return (
    <I18nProvider key={language} locale={locale}>
      {studio.value.mode === 'new' ? <FirstRun /> : <Desk studio={studio.value} run={run} />}
      <OverruleDialog />
      <PinDialog />
      <Toasts />
    </I18nProvider>
  )
}

const useCommands = (): ((command: Command) => void) => {
  const date = useShownDate()
  const artists = useActiveArtists()
  const zone = useZone()
  const slotMinutes = useSettings()?.slotMinutes ?? 15
  const scene = useMemo(
    () => ({ date, artists, zone, slotMinutes }),
    [date, artists, zone, slotMinutes],
  )
  return useCallback((command: Command) => runCommand(command, scene, Date.now()), [scene])
}

const Desk = ({ studio, run }: { studio: StudioState; run: (command: Command) => void }) => {
  const screen = useView((view) => view.screen)
  const { Bar, Body } = parts[screen]
  useShortcuts(run)
  const overlay = useOverlay((state) => state.overlay)
  return (
    <div className={styles.window}>
      <Rail />
      <main className={styles.main}>
        <Banner studio={studio} />
        <Toolbar run={run} withSearch={screen !== 'requests' && screen !== 'clients'}>
          <Bar />
        </Toolbar>
        <div className={styles.body}>
          <div className={styles.page}>
            <Body />
          </div>
          <DrawerHost />
        </div>
      </main>
      {overlay === 'palette' && <Palette run={run} />}
      {overlay === 'keys' && <KeysHelp />}
      {overlay === 'print' && <PrintView />}
      {overlay === 'export' && <ExportDialog />}
    </div>
  )
}
