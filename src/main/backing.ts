import { join } from 'node:path'
import { ok, type Result } from '../domain/failure.ts'
import { createBackups, type Backups } from './backup/backups.ts'
import { createRecovery, type Recovery } from './backup/recovery.ts'
import { keepBackingUp, type BackupTimers } from './backup/schedule.ts'
import { backupUseCases } from './backup/use-cases.ts'
import { eraseAgain, erasuresIn } from './clients/erasures.ts'
import type { StudioOptions } from './compose.ts'
import type { Handlers } from './ipc/handlers.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'
import type { Studio } from './studios.ts'

export type BackupQuestion =
  | 'backups.state'
  | 'backups.now'
  | 'backups.chooseFolder'
  | 'backups.forgetFolder'
  | 'backups.exportEvery'
  | 'backups.exportNow'
  | 'backups.preview'

type Options = Pick<StudioOptions, 'folder' | 'migrations' | 'sqliteBinding' | 'zone' | 'work'>

export const databaseIn = (folder: string): string => join(folder, 'linework.db')

/** What can be done about the database of a studio that is closed. */
export const recoveryOf = (options: Options, now: () => number = Date.now): Recovery => {
  const { folder, migrations, sqliteBinding, zone, work } = options
  const file = databaseIn(folder)
  return createRecovery({
    dataFolder: folder,
    file,
    now,
    zone,
    work,
    makeEmpty: () => {
      const nativeBinding = sqliteBinding ?? undefined
      const store = openStore({ file, migrations, now, zone, nativeBinding })
      store.transaction((tx) => eraseAgain(tx, erasuresIn(folder), now()))
      store.close()
    },
  })
}

interface Backing {
  readonly handlers: Pick<Handlers, BackupQuestion>
  readonly backups: Backups
  /** Whether the database in use is whole. */
  readonly check: () => Promise<Result<unknown>>
  /** Makes backups at quiet moments from now on; returns what ends that. */
  readonly start: () => () => void
  readonly prepareRestore: Studio['prepareRestore']
}

/** The backups of the studio that is open. */
export const openBacking = (
  options: Options & Pick<StudioOptions, 'announce' | 'chooseFolder' | 'log'>,
  store: Store,
  parts: { readonly timers: BackupTimers; readonly isQuiet: () => boolean },
): Backing => {
  const { folder, announce, chooseFolder, log, work } = options
  const [file, now] = [databaseIn(folder), Date.now]
  const backups = createBackups({
    store,
    file,
    dataFolder: folder,
    now,
    work,
    chooseFolder,
    changed: () => announce({ type: 'changed', topics: ['backups'] }),
  })
  const useCases = backupUseCases({ backups, recovery: recoveryOf(options), file, work })
  return {
    backups,
    check: () => work('check', { file }),
    prepareRestore: useCases.prepareRestore,
    start: () =>
      keepBackingUp({
        ...parts,
        backups,
        now,
        zone: () => store.read.settings.get().zone,
        onError: (error) => log.error('A backup failed', error),
      }),
    handlers: {
      'backups.state': () => ok(useCases.state()),
      'backups.now': useCases.now,
      'backups.chooseFolder': useCases.chooseFolder,
      'backups.forgetFolder': useCases.forgetFolder,
      'backups.exportEvery': (input) => ok(useCases.exportEvery(input)),
      'backups.exportNow': useCases.exportNow,
      'backups.preview': useCases.preview,
    },
  }
}
