import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { Announcement } from '../contract/announcements.ts'
import { fail, failed, ok, type Result } from '../domain/failure.ts'
import type { Instant } from '../domain/interval.ts'
import type { Language } from '../domain/language.ts'
import type { LanguageSetting, Settings } from '../domain/settings.ts'
import { createVault, type Cipher } from './admin/vault.ts'
import { alertLanguage } from './alerts/wording.ts'
import { openAlerts } from './alerts/alerts.ts'
import { studioAnswers } from './answers.ts'
import { appointmentCommands } from './appointments/commands.ts'
import { adoptGrant } from './calendars/accounts.ts'
import type { CalendarDesk } from './calendars/desk.ts'
import { probeSweeper } from './calendars/leftover-probes.ts'
import { connectionAgents } from './caldav/agents.ts'
import { openRemote } from './caldav/client.ts'
import type { Fetch } from './caldav/session.ts'
import { createTransport } from './caldav/transport.ts'
import { keepErasure } from './clients/erasures.ts'
import { adoptEnvironmentAccount } from './environment-account.ts'
import type { ExportDesk } from './export/save.ts'
import { createFarTime } from './far-time.ts'
import type { Work } from './backup/thread.ts'
import { databaseIn, openBacking, recoveryOf } from './backing.ts'
import { busyIntervals } from './ical/busy.ts'
import { importUseCases } from './import/use-cases.ts'
import { listenForHints, type PushParts } from './notify/push.ts'
import { tellSystem, type SystemNotice } from './notify/system.ts'
import { saveDiagnostics } from './diagnostics/save.ts'
import { createObjectReader } from './object-reader.ts'
import { seedSample } from './sample/seed.ts'
import { openSampleServer } from './sample/studio.ts'
import type { Log } from './shell/log.ts'
import { createBrowserSignIn } from './sign-in/browser-sign-in.ts'
import { StoreError } from './store/errors.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import type { Studio, StudioKind } from './studios.ts'
import { keepLogShort } from './sync/log-keeping.ts'
import { createSyncEngine, type Timers } from './sync/engine.ts'
import { openUpdating, type UpdatePlaces } from './updating.ts'

export interface StudioOptions {
  readonly kind: StudioKind
  /** Where this studio's database lives. */
  readonly folder: string
  readonly migrations: string
  /** The script of the thread that reads calendar objects. */
  readonly objectWorker: string
  /** Copies and checks databases beside the main thread. */
  readonly work: Work
  /** better-sqlite3's addon for a runtime its own prebuild does not fit; null otherwise. */
  readonly sqliteBinding: string | null
  readonly environment: Readonly<Record<string, string | undefined>>
  /** IANA zone of this computer. */
  readonly zone: string
  readonly cipher: Cipher
  readonly announce: (announcement: Announcement) => void
  /** Shows a notification of the system; a click brings up the window and runs the command. */
  readonly showNotice: (notice: SystemNotice) => void
  readonly chooseFile: ExportDesk['chooseFile']
  /** Puts text into the system's clipboard. */
  readonly copyText: (text: string) => void
  readonly updates: UpdatePlaces
  /** Asks for a folder; null when the person changed their mind. */
  readonly chooseFolder: () => Promise<string | null>
  /** Shows a web page in the person's own browser; rejects where that may or can not be done. */
  readonly openOutside: (url: string) => Promise<void>
  /** Hears the settings as they are now, and again after each change of them. */
  readonly onSettings: (settings: Settings) => void
  /** Which language a setting means on this computer. */
  readonly languageFor: (setting: LanguageSetting) => Language
  readonly log: Log
  readonly logFolder: string
  /** Of the program and of what it runs on, for whoever helps. */
  readonly versions: Readonly<Record<string, string>>
}

/** Builds everything a studio consists of, around its database. */
export const openStudio = async (options: StudioOptions): Promise<Result<Studio>> => {
  try {
    return ok(options.kind === 'sample' ? openOrRemakeSample(options) : openReal(options))
  } catch (error) {
    options.log.error('The studio could not be opened', error)
    return error instanceof StoreError
      ? failed(error.failure)
      : fail('internal', 'Something went wrong while the studio was opened.', {
          remedy: 'Restart Linework. If it happens again, the log file says what happened.',
        })
  }
}

const now = Date.now
const { locale } = Intl.DateTimeFormat().resolvedOptions()
const newId = randomUUID

const timers: Timers = {
  set: (work, delay) => {
    const timer = setTimeout(work, delay)
    return () => clearTimeout(timer)
  },
  clear: (end) => {
    if (typeof end === 'function') end()
  },
}

/** Milliseconds until a connection for hints stands, encryption included. */
const CONNECT = 10_000

/** How long a studio that closes waits for requests under way; the next start verifies them. */
const LAST_WORDS = 3_000

const openDatabase = ({ folder, migrations, sqliteBinding, zone }: StudioOptions): Store =>
  openStore({
    file: databaseIn(folder),
    migrations,
    now,
    zone,
    nativeBinding: sqliteBinding ?? undefined,
  })

const openReal = (options: StudioOptions): Studio => {
  const damage = recoveryOf(options).damage()
  if (damage) throw new StoreError(damage)
  const store = openDatabase(options)
  const trusted = store.read.trustedCertificates.fingerprintsOf
  const transport = createTransport({ trusted })
  const agents = connectionAgents({ trusted, connectMs: CONNECT })
  return build(options, store, {
    fetch: transport,
    certificateOf: transport.certificateOf,
    listen: (engine) =>
      listenForHints({
        ...engine,
        store,
        fetch: transport,
        agents,
        now,
        random: Math.random,
        timers,
        log: (message) => options.log.info(message),
      }),
    endConnections: () => {
      transport.close()
      agents.close()
    },
    signIn: (desk) => {
      const adopted = adoptEnvironmentAccount(options.environment, desk)
      if (!adopted.ok) options.log.warn(adopted.error.message)
    },
  })
}

/** Made-up data that cannot be opened, as after an upgrade, is made up anew. */
const openOrRemakeSample = (options: StudioOptions): Studio => {
  try {
    return openSample(options)
  } catch (error) {
    options.log.warn('The sample studio is made anew', error)
    rmSync(options.folder, { recursive: true, force: true })
    return openSample(options)
  }
}

const openSample = (options: StudioOptions): Studio => {
  const { folder, zone } = options
  const sample = openSampleServer({
    folder,
    now,
    newId,
    occursIn: (text, from, to) => busyIntervals(text, { zone, from, to }).busy.length > 0,
  })
  const store = openDatabase(options)
  const commandsAt = (clock: () => Instant) =>
    appointmentCommands({ store, now: clock, newId, busyBeyond: () => null })
  if (sample.isNew) seedSample({ sample, store, commandsAt, now, newId })
  return build(options, store, {
    fetch: sample.server.fetch,
    certificateOf: () => null,
    signIn: ({ vault }) => {
      for (const { id } of store.read.accounts.all()) vault.keep(id, sample.login.password)
    },
    listen: () => () => undefined,
    endConnections: () => undefined,
  })
}

/** What lies beyond the desk: real servers or the one inside the app. */
interface Outside {
  readonly fetch: Fetch
  readonly certificateOf: NonNullable<CalendarDesk['certificateOf']>
  /** Puts passwords into the vault that are known without asking. */
  readonly signIn: (desk: CalendarDesk) => void
  /** Listens for hints from the servers; returns what ends that. */
  readonly listen: (engine: Pick<PushParts, 'passwordOf' | 'look'>) => () => void
  readonly endConnections: () => void
}

const build = (
  options: StudioOptions,
  store: Store,
  { fetch, certificateOf, signIn, listen, endConnections }: Outside,
): Studio => {
  const { kind, cipher, announce, showNotice, chooseFile, copyText, openOutside } = options
  const { zone, objectWorker, onSettings, languageFor } = options
  const vault = createVault(cipher, {
    read: (accountId) => store.read.accounts.get(accountId)?.secret ?? null,
    write: (accountId, secret) =>
      store.transaction((tx) => tx.accounts.update(accountId, { secret })),
  })
  const reader = createObjectReader(objectWorker)
  const far = createFarTime({
    store,
    decode: reader.decode,
    tell: () => announce({ type: 'changed', topics: ['busy'] }),
  })
  const desk = {
    busyBeyond: far.busyBeyond,
    onceRead: far.onceRead,
    store,
    now,
    newId,
    keepErasure: (clientId: string) => keepErasure(options.folder, clientId),
    vault,
    fetch,
    certificateOf,
    endConnections,
    chooseFile,
    copyText,
    computerZone: zone,
  }
  signIn(desk)

  const passwordOf = (accountId: string): string | null => vault.read(accountId)
  const engine = createSyncEngine({
    store,
    openRemote: (login) => openRemote(login, { fetch, now, answers: reader.answers }),
    passwordOf,
    decode: reader.decode,
    now,
    random: Math.random,
    timers,
  })
  const importing = importUseCases({
    ...desk,
    backUp: () => backing.backups.now('import'),
    tell: () => announce({ type: 'changed', topics: ['import'] }),
  })
  const sweepProbes = probeSweeper(desk)
  const browserSignIn = createBrowserSignIn({
    fetch,
    now,
    timers,
    openOutside,
    adopt: (grant, accountId) => adoptGrant(desk, grant, accountId),
    tell: () => announce({ type: 'changed', topics: ['sign-in'] }),
  })
  const alerts = openAlerts({
    store,
    timers,
    now,
    cipher,
    post: fetch,
    language: () => alertLanguage(store.read.settings.get().language, locale),
  })
  const look = (accountId: string): void => {
    const calendarIds = store.read.calendars.ofAccount(accountId).map(({ id }) => id)
    void engine.run({ trigger: 'hint', calendarIds })
  }
  const backing = openBacking(options, store, {
    timers,
    isQuiet: () => engine.status().progress === null,
  })
  const updating = openUpdating(options, store, { now, timers })
  let focused = false
  const endings = [
    tellSystem({ store, timers, languageFor, isFocused: () => focused, show: showNotice }),
    listen({ passwordOf, look }),
    store.onChange((topics) => {
      if (topics.has('settings')) onSettings(store.read.settings.get())
    }),
    store.onChange((topics) => announce({ type: 'changed', topics: [...topics] })),
    // Made-up failures are nobody's business outside.
    kind === 'sample' ? () => undefined : alerts.start(),
    keepLogShort(store, timers, now),
    kind === 'sample' ? () => undefined : backing.start(),
    updating.close,
    engine.onStatus((status) => announce({ type: 'sync-status', status })),
    () => browserSignIn.cancel(),
    () => far.close(),
    store.onChange((topics) => {
      if (topics.has('calendars')) void sweepProbes()
    }),
  ]
  engine.start()
  onSettings(store.read.settings.get())

  return {
    handlers: {
      ...studioAnswers(desk, engine, { signIn: browserSignIn, alerts, importing, sweepProbes }),
      ...backing.handlers,
      ...updating.handlers,
      'diagnostics.save': () =>
        saveDiagnostics({
          store,
          now,
          chooseFile,
          versions: options.versions,
          logFolder: options.logFolder,
          checkDatabase: backing.check,
          backups: () => backing.backups.state().backups,
          secrets: () => [
            ...store.read.accounts.all().flatMap(({ id }) => passwordOf(id) ?? []),
            ...alerts.secrets(),
          ],
        }),
    },
    prepareRestore: backing.prepareRestore,
    isSetUp: () => store.read.settings.get().ready,
    lockMinutes: () => store.read.settings.get().lockMinutes,
    hadPin: () => store.read.settings.getValue('hadPin') === true,
    rememberPin: (isSet) => store.transaction((tx) => tx.settings.setValue('hadPin', isSet)),
    wake: (trigger) => void engine.run({ trigger }),
    setFocused: (isFocused) => {
      focused = isFocused
      engine.setFocused(isFocused)
    },
    checkpoint: () => store.checkpoint(),
    close: async () => {
      for (const end of endings) end()
      const stopped = engine.stop()
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, LAST_WORDS))])
      endConnections()
      await reader.close()
      store.close()
    },
  }
}
