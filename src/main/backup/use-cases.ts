import { rmSync } from 'node:fs'
import type { ParsedOf } from '../../contract/questions.ts'
import type { BackupState, BackupView, RestorePreview } from '../../domain/backup.ts'
import { ok, type Result } from '../../domain/failure.ts'
import type { BackupDesk, Backups } from './backups.ts'
import type { Recovery } from './recovery.ts'

interface BackupParts extends Pick<BackupDesk, 'file' | 'work'> {
  readonly backups: Backups
  readonly recovery: Recovery
}

export const backupUseCases = ({ backups, recovery, file, work }: BackupParts) => {
  const prepare = async (name: string): Promise<Result<BackupView>> => {
    const found = backups.find(name)
    if (!found.ok) return found
    const { path, view } = found.value
    const prepared = await recovery.prepare(path, view.at)
    if (prepared.ok || prepared.error.kind === 'backup-broken') backups.noteCheck(view, prepared.ok)
    return prepared.ok ? ok(view) : prepared
  }
  const forget = (): void => rmSync(recovery.target, { force: true })

  return {
    state: (): BackupState => backups.state(),
    now: () => backups.now('manual'),
    chooseFolder: ({ which }: ParsedOf<'backups.chooseFolder'>) => backups.choose(which),
    forgetFolder: ({ which }: ParsedOf<'backups.forgetFolder'>): Result<BackupState> =>
      ok(
        backups.change({
          [which]: null,
          ...(which === 'calendarFolder' && { calendars: 'off' as const }),
        }),
      ),
    exportEvery: ({ interval }: ParsedOf<'backups.exportEvery'>): BackupState =>
      backups.change({ calendars: interval }),
    exportNow: () => backups.exportNow(),

    preview: async (input: ParsedOf<'backups.preview'>): Promise<Result<RestorePreview>> => {
      const prepared = await prepare(input.file)
      if (!prepared.ok) return prepared
      const compared = await work('compare', { current: file, restored: recovery.target })
      forget()
      return compared.ok ? ok({ backup: prepared.value, ...compared.value }) : compared
    },

    /**
     * Makes the backup ready, then backs up how things are: in this order, as a new backup may let the
     * oldest go.
     */
    prepareRestore: async (name: string): Promise<Result<BackupView>> => {
      const prepared = await prepare(name)
      if (!prepared.ok) return prepared
      const kept = await backups.now('restore')
      if (!kept.ok) forget()
      return kept
    },
  }
}
