import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupKinds } from '../../src/domain/backup.ts'
import { DAY } from '../../src/domain/interval.ts'
import { dateAt } from '../../src/domain/zone.ts'
import { backupName, parseBackupName, type NamedBackup } from '../../src/domain/backup-name.ts'
import { expired } from '../../src/main/backup/rotation.ts'
import { NOW, ZONE } from '../support/store.ts'

const backup = (at: number, kind: NamedBackup['kind'] = 'daily'): NamedBackup => ({
  file: backupName(at, kind),
  at,
  kind,
})

/** Any moment of four years, whole seconds. */
const moment = fc
  .integer({ min: 0, max: 4 * 365 * 86_400 })
  .map((s) => Date.UTC(2024, 0, 1) + s * 1000)

const some = fc
  .array(fc.record({ at: moment, kind: fc.constantFrom(...backupKinds) }), { maxLength: 120 })
  .map((all) => all.map(({ at, kind }) => backup(at, kind)))

const keptOf = (backups: readonly NamedBackup[]): NamedBackup[] => {
  const gone = new Set(expired(backups, ZONE))
  return backups.filter((one) => !gone.has(one))
}

const names = (list: readonly NamedBackup[]): string[] => list.map(({ file }) => file).toSorted()

describe('a backup’s name', () => {
  it('says when and why, and is read back', () => {
    expect(backupName(NOW, 'daily')).toBe('linework-2026-03-04T09-00-00Z-daily.db')
    fc.assert(
      fc.property(moment, fc.constantFrom(...backupKinds), (at, kind) => {
        expect(parseBackupName(backupName(at, kind))).toEqual(backup(at, kind))
      }),
    )
  })

  it('is told from other files', () => {
    for (const file of [
      'linework.db',
      'linework-2026-03-04T09-00-00Z-daily.db.unfinished',
      'linework-2026-03-04T09-00-00Z-mine.db',
      'linework-2026-99-04T09-00-00Z-daily.db',
      'notes.txt',
    ])
      expect(parseBackupName(file)).toBeNull()
  })
})

describe('rotation', () => {
  it('keeps seven days, four weeks and twelve months of daily backups', () => {
    const daily = Array.from({ length: 800 }, (_, day) => backup(NOW - day * DAY))
    const kept = keptOf(daily).map(({ at }) => dateAt(at, ZONE))
    expect(kept.slice(0, 7)).toEqual([
      '2026-03-04',
      '2026-03-03',
      '2026-03-02',
      '2026-03-01',
      '2026-02-28',
      '2026-02-27',
      '2026-02-26',
    ])
    expect(kept.slice(7)).toEqual([
      '2026-02-22',
      '2026-02-15',
      '2026-01-31',
      '2025-12-31',
      '2025-11-30',
      '2025-10-31',
      '2025-09-30',
      '2025-08-31',
      '2025-07-31',
      '2025-06-30',
      '2025-05-31',
      '2025-04-30',
    ])
  })

  it('never touches the newest, and keeps no more than it says', () => {
    fc.assert(
      fc.property(some, (backups) => {
        const kept = keptOf(backups)
        expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12 + 4 * 3)
        const newest = Math.max(...backups.map(({ at }) => at))
        if (backups.length > 0) expect(kept.some(({ at }) => at === newest)).toBe(true)
      }),
    )
  })

  it('leaves nothing to do the second time, in whatever order they come', () => {
    fc.assert(
      fc.property(some, (backups) => {
        const kept = keptOf(backups)
        expect(expired(kept, ZONE)).toEqual([])
        expect(names(keptOf(backups.toReversed()))).toEqual(names(kept))
      }),
    )
  })

  it('keeps one for each of the newest seven days that have any', () => {
    fc.assert(
      fc.property(some, (backups) => {
        const days = [...new Set(backups.map(({ at }) => dateAt(at, ZONE)))].toSorted().slice(-7)
        const kept = new Set(keptOf(backups).map(({ at }) => dateAt(at, ZONE)))
        expect(days.filter((day) => !kept.has(day))).toEqual([])
      }),
    )
  })

  it('keeps a daily chain: what is added day by day ends as if it had been there at once', () => {
    const all = Array.from({ length: 400 }, (_, day) => backup(NOW - (399 - day) * DAY))
    let chained: NamedBackup[] = []
    for (const one of all) chained = keptOf([...chained, one])
    expect(new Set(chained)).toEqual(new Set(keptOf(all)))
  })
})
