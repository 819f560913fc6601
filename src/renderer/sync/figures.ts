import type { SyncLogEntry } from '../../domain/views.ts'

export interface Figures {
  /** Share of runs without a failure, 0 to 1; null without any run. */
  readonly success: number | null
  readonly pulled: number
  readonly pushed: number
  /** How long all calendars of an artist take on average, in ms; null without any run. */
  readonly durationMs: number | null
  readonly failures: number
  /** The most frequent kind of failure, and whose it was, most often struck first. */
  readonly worst: {
    readonly kind: string
    readonly times: number
    readonly artistIds: readonly string[]
  } | null
}

/** Runs that looked at a calendar; a connection test is not one. */
export const runsOf = (entries: readonly SyncLogEntry[]): SyncLogEntry[] =>
  entries.filter(({ direction }) => direction !== 'test')

/** What happens most often comes first. */
const ranked = (words: readonly string[]): [string, number][] => {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times].toSorted(([, a], [, b]) => b - a)
}

/** The figures of some entries of the sync log. */
export const figuresOf = (entries: readonly SyncLogEntry[]): Figures => {
  const runs = runsOf(entries).filter(({ outcome }) => outcome !== 'skipped')
  const failed = runs.filter(({ outcome }) => outcome === 'failed')
  const sum = (part: (entry: SyncLogEntry) => number): number =>
    runs.reduce((total, entry) => total + part(entry), 0)
  const [kind, times] = ranked(failed.map(({ errorKind }) => errorKind ?? 'internal'))[0] ?? []
  const struck = failed.filter(({ errorKind }) => (errorKind ?? 'internal') === kind)
  return {
    success: runs.length === 0 ? null : 1 - failed.length / runs.length,
    pulled: sum(({ created, updated, deleted }) => created + updated + deleted),
    pushed: sum(({ pushed }) => pushed),
    durationMs: durationPerArtist(runs.filter(({ outcome }) => outcome === 'ok')),
    failures: failed.length,
    worst:
      kind === undefined || times === undefined
        ? null
        : {
            kind,
            times,
            artistIds: ranked(struck.map(({ artistId }) => artistId)).map(([id]) => id),
          },
  }
}

/** An artist with two calendars waits for both: each calendar's mean, added up per artist. */
const durationPerArtist = (runs: readonly SyncLogEntry[]): number | null => {
  const artists = new Set(runs.map(({ artistId }) => artistId)).size
  const calendars = new Map<string, { runs: number; ms: number }>()
  for (const { calendarId, durationMs } of runs) {
    const known = calendars.get(calendarId) ?? { runs: 0, ms: 0 }
    calendars.set(calendarId, { runs: known.runs + 1, ms: known.ms + durationMs })
  }
  const total = [...calendars.values()].reduce((sum, own) => sum + own.ms / own.runs, 0)
  return artists === 0 ? null : total / artists
}
