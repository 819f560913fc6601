import { DAY } from '../../domain/interval.ts'
import { dateAt } from '../../domain/zone.ts'
import type { NamedBackup } from '../../domain/backup-name.ts'

const KEPT_DAYS = 7
const KEPT_WEEKS = 4
const KEPT_MONTHS = 12

/** Those that somebody asked for, or that were made before something that may go wrong. */
const KEPT_OF_A_KIND = 3

/** The Monday of the week, as a date. */
const weekOf = (date: string): string => {
  const day = Date.parse(`${date}T00:00:00Z`)
  return new Date(day - ((new Date(day).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10)
}

/**
 * Which backups may go: all but the newest of each of the last seven days that have one, of four
 * weeks and of twelve months, in `zone`, and the newest three made by hand, before a change of the program,
 * before an import and before a restore. The order of `backups` does not matter, and the clock is not asked: a
 * computer that was off for a year loses nothing.
 */
export const expired = <Backup extends NamedBackup>(
  backups: readonly Backup[],
  zone: string,
): Backup[] => {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1))
  const kept = new Set<Backup>()
  const keepNewestOf = (count: number, periodOf: (date: string) => string): void => {
    const periods = new Set<string>()
    for (const backup of newestFirst) {
      const period = periodOf(dateAt(backup.at, zone))
      if (periods.has(period)) continue
      if (periods.size === count) return
      periods.add(period)
      kept.add(backup)
    }
  }
  keepNewestOf(KEPT_DAYS, (date) => date)
  keepNewestOf(KEPT_WEEKS, weekOf)
  keepNewestOf(KEPT_MONTHS, (date) => date.slice(0, 7))
  for (const kind of ['manual', 'migration', 'import', 'restore'] as const)
    for (const backup of newestFirst.filter((one) => one.kind === kind).slice(0, KEPT_OF_A_KIND))
      kept.add(backup)
  return newestFirst.filter((backup) => !kept.has(backup))
}
