import { Suspense, useCallback, useEffect, useMemo, type ComponentType } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Command } from '../contract/announcements.ts'
import type { StudioState } from '../domain/views.ts'
import { CalendarBar } from './calendar/calendar-bar.tsx'
import { CalendarScreen } from './calendar/calendar-screen.tsx'
import { runCommand } from './commands.ts'
import { languageOf } from '../domain/language.ts'
import { speak } from './i18n/words.ts'
import { fetchWhenIdle, later } from './later.ts'
import { PinDialog } from './shell/pin-dialog.tsx'
import { OverruleDialog } from './shell/overrule-dialog.tsx'
import { Banner } from './shell/banner.tsx'
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
import { useProposal } from './stores/proposal.ts'
import { recallDraft } from './stores/recall-draft.ts'
import { useAccounts, useArtistList, useStudioState, useSyncAnswer } from './stores/reads.ts'
import { useActiveArtists, useSettings, useZone } from './stores/studio.ts'
import { useShownDate, useView, type Screen } from './stores/view.ts'
import { FailureNote, Spinner } from './ui/message.tsx'

const loads = {
  drawer: async () => (await import('./booking/drawer-host.tsx')).DrawerHost,
  requests: async () => {
    const [{ ArtistDay }, { RequestsScreen }] = await Promise.all([
      import('./calendar/artist-day.tsx'),
      import('./requests/requests-screen.tsx'),
    ])
    return () => <RequestsScreen Day={ArtistDay} />
  },
  requestsBar: async () => (await import('./requests/requests-bar.tsx')).RequestsBar,
  clients: async () => (await import('./clients/clients-screen.tsx')).ClientsScreen,
  clientsBar: async () => (await import('./clients/clients-bar.tsx')).ClientsBar,
  sync: async () => (await import('./sync/sync-screen.tsx')).SyncScreen,
  syncBar: async () => (await import('./sync/sync-bar.tsx')).SyncBar,
  settings: async () => (await import('./settings/settings-screen.tsx')).SettingsScreen,
  settingsBar: async () => (await import('./settings/settings-bar.tsx')).SettingsBar,
  palette: async () => (await import('./palette/palette.tsx')).Palette,
  keys: async () => (await import('./shell/keys-help.tsx')).KeysHelp,
  print: async () => (await import('./print/print-view.tsx')).PrintView,
  propose: async () => (await import('./requests/propose-dialog.tsx')).ProposeDialog,
  exporting: async () => (await import('./print/export-dialog.tsx')).ExportDialog,
}

const DrawerHost = later(loads.drawer)
const Palette = later(loads.palette)
const KeysHelp = later(loads.keys)
const PrintView = later(loads.print)
const ExportDialog = later(loads.exporting)
const ProposeDialog = later(loads.propose)
const Recovery = later(async () => (await import('./recovery/recovery.tsx')).Recovery)
const FirstRun = later(async () => (await import('./first-run/first-run.tsx')).FirstRun)

const parts: Record<Screen, { Bar: ComponentType; Body: ComponentType }> = {
  calendar: { Bar: CalendarBar, Body: CalendarScreen },
  requests: { Bar: later(loads.requestsBar), Body: later(loads.requests) },
  clients: { Bar: later(loads.clientsBar), Body: later(loads.clients) },
  sync: { Bar: later(loads.syncBar), Body: later(loads.sync) },
  settings: { Bar: later(loads.settingsBar), Body: later(loads.settings) },
}

export const App = () => {
  const studio = useStudioState()
  const settings = useSettings()
  const answered = useFirstAnswers()
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

  if (studio.value?.problem)
    return (
      <I18nProvider key={language} locale={locale}>
        <Suspense>
          <Recovery problem={studio.value.problem} />
        </Suspense>
        <PinDialog />
        <Toasts />
      </I18nProvider>
    )
  if (!studio.value || !settings || !answered)
    return (
      <div className={styles.loading} role="status">
        {studio.failure ? <FailureNote failure={studio.failure} /> : <Spinner size={24} />}
        <span className="visually-hidden">{text.loading}</span>
      </div>
    )
  return (
    <I18nProvider key={language} locale={locale}>
      <Suspense>
        {studio.value.mode === 'new' ? <FirstRun /> : <Desk studio={studio.value} run={run} />}
      </Suspense>
      <OverruleDialog />
      <PinDialog />
      <Toasts />
    </I18nProvider>
  )
}

/** Whether all is there that makes the window’s frame: what came later would push the rest about. */
const useFirstAnswers = (): boolean =>
  [useAccounts(), useArtistList(), useSyncAnswer()].every(
    ({ value, failure }) => value !== undefined || failure !== null,
  )

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
  useEffect(() => fetchWhenIdle(Object.values(loads)), [])
  const overlay = useOverlay((state) => state.overlay)
  const proposing = useProposal((state) => state.request !== null)
  return (
    <div className={styles.window}>
      <Rail />
      <main className={styles.main}>
        <Banner studio={studio} />
        <Toolbar run={run} withSearch={screen !== 'requests' && screen !== 'clients'}>
          <Suspense>
            <Bar />
          </Suspense>
        </Toolbar>
        <div className={styles.body}>
          <div className={styles.page}>
            <Suspense>
              <Body />
            </Suspense>
          </div>
          {/* There before it is asked for: keys pressed while its code comes would go elsewhere. */}
          <Suspense>
            <DrawerHost />
          </Suspense>
        </div>
      </main>
      <Suspense>
        {proposing && <ProposeDialog />}
        {overlay === 'palette' && <Palette run={run} />}
        {overlay === 'keys' && <KeysHelp />}
        {overlay === 'print' && <PrintView />}
        {overlay === 'export' && <ExportDialog />}
      </Suspense>
    </div>
  )
}
