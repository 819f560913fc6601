import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Announcement } from '../contract/announcements.ts'
import { failed, ok, type Result } from '../domain/failure.ts'
import { createVault, type Cipher } from './admin/vault.ts'
import { studioAnswers } from './answers.ts'
import { appointmentCommands } from './appointments/commands.ts'
import type { Desk } from './appointments/desk.ts'
import { openRemote } from './caldav/client.ts'
import type { Fetch } from './caldav/session.ts'
import { createTransport } from './caldav/transport.ts'
import { adoptEnvironmentAccount } from './environment-account.ts'
import { decodeObjects, readBusyBeyond } from './read-objects.ts'
import { seedSampleStudio } from './sample/seed.ts'
import { openSampleServer, sampleLogin, saveSampleServer } from './sample/server-file.ts'
import type { Log } from './shell/log.ts'
import { StoreError } from './store/errors.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import type { Studio, StudioKind } from './studios.ts'
import { createSyncEngine, type Timers } from './sync/engine.ts'

export interface StudioOptions {
  readonly kind: StudioKind
  /** Where this studio's database lives. */
  readonly folder: string
  readonly migrations: string
  /** better-sqlite3's addon for a runtime its own prebuild does not fit; null otherwise. */
  readonly sqliteBinding: string | null
  readonly environment: Readonly<Record<string, string | undefined>>
  /** IANA zone of this computer. */
  readonly zone: string
  readonly cipher: Cipher
  readonly announce: (announcement: Announcement) => void
  readonly log: Log
}

/** Builds everything a studio consists of, around its database. */
export const openStudio = async (options: StudioOptions): Promise<Result<Studio>> => {
  try {
    return ok(options.kind === 'sample' ? openSample(options) : openReal(options))
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    options.log.error('The database could not be opened', error)
    return failed(error.failure)
  }
}

const now = Date.now
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

/** How long a studio that closes waits for requests under way; the next start verifies them. */
const LAST_WORDS = 3_000

const openDatabase = ({ folder, migrations, sqliteBinding, zone }: StudioOptions): Store =>
  openStore({
    file: join(folder, 'linework.db'),
    migrations,
    now,
    zone,
    nativeBinding: sqliteBinding ?? undefined,
  })

const openReal = (options: StudioOptions): Studio => {
  const transport = createTransport()
  return build(options, openDatabase(options), transport, transport.close)
}

/** The server's file is written last, so a folder without it is one that never was complete. */
const openSample = (options: StudioOptions): Studio => {
  const file = join(options.folder, 'server.json')
  const isNew = !existsSync(file)
  if (isNew) rmSync(options.folder, { recursive: true, force: true })
  const store = openDatabase(options)
  const server = openSampleServer(file, now)
  if (isNew) {
    const { create, mark } = appointmentCommands(deskOf(store))
    seedSampleStudio({ store, server, now, newId, zone: options.zone, book: create, mark })
  }
  saveSampleServer(server, file)
  return build(options, store, server.fetch, () => undefined)
}

const deskOf = (store: Store): Desk => ({ store, now, newId, busyBeyond: readBusyBeyond(store) })

const build = (
  { kind, cipher, announce, environment, zone, log }: StudioOptions,
  store: Store,
  fetch: Fetch,
  hangUp: () => void,
): Studio => {
  const vault = createVault(cipher, {
    read: (accountId) => store.read.accounts.get(accountId)?.secret ?? null,
    write: (accountId, secret) =>
      store.transaction((tx) => tx.accounts.update(accountId, { secret })),
  })
  const desk = { ...deskOf(store), vault, fetch, computerZone: zone }
  if (kind === 'sample') {
    for (const { id } of store.read.accounts.all()) vault.keep(id, sampleLogin.password)
  } else {
    const adopted = adoptEnvironmentAccount(environment, desk)
    if (!adopted.ok) log.warn(adopted.error.message)
  }

  const engine = createSyncEngine({
    store,
    openRemote: (login) => openRemote(login, { fetch, now }),
    passwordOf: (accountId) => vault.read(accountId),
    decode: decodeObjects,
    now,
    random: Math.random,
    timers,
  })
  const endings = [
    store.onChange((topics) => announce({ type: 'changed', topics: [...topics] })),
    engine.onStatus((status) => announce({ type: 'sync-status', status })),
  ]
  engine.start()

  return {
    handlers: studioAnswers(desk, engine),
    isSetUp: () => store.read.settings.get().ready,
    wake: (trigger) => void engine.run({ trigger }),
    setFocused: (focused) => engine.setFocused(focused),
    checkpoint: () => store.checkpoint(),
    close: async () => {
      for (const end of endings) end()
      const stopped = engine.stop()
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, LAST_WORDS))])
      hangUp()
      store.close()
    },
  }
}
