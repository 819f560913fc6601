import { join } from 'node:path'
import type { Announcement } from '../contract/announcements.ts'
import { failed, ok, type Result } from '../domain/failure.ts'
import { createVault, type Cipher } from './admin/vault.ts'
import type { Log } from './shell/log.ts'
import type { Studio, StudioKind } from './studios.ts'
import { StoreError } from './store/errors.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

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
    return ok(build(options, openDatabase(options)))
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    options.log.error('The database could not be opened', error)
    return failed(error.failure)
  }
}

const openDatabase = ({ folder, migrations, sqliteBinding, zone }: StudioOptions): Store =>
  openStore({
    file: join(folder, 'linework.db'),
    migrations,
    now: Date.now,
    zone,
    nativeBinding: sqliteBinding ?? undefined,
  })

const build = ({ cipher, announce }: StudioOptions, store: Store): Studio => {
  createVault(cipher, {
    read: (accountId) => store.read.accounts.get(accountId)?.secret ?? null,
    write: (accountId, secret) =>
      store.transaction((tx) => tx.accounts.update(accountId, { secret })),
  })
  const stopAnnouncing = store.onChange((topics) =>
    announce({ type: 'changed', topics: [...topics] }),
  )
  return {
    handlers: { 'settings.get': () => ok(store.read.settings.get()) },
    isSetUp: () => store.read.settings.get().ready,
    wake: () => undefined,
    checkpoint: () => store.checkpoint(),
    close: async () => {
      stopAnnouncing()
      store.close()
    },
  }
}
