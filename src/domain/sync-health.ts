import { MINUTE, type Instant } from './interval.ts'

/** How well synchronisation does, from counted entries of the sync log. Connection tests do not count. */

export const QUARTER = 15 * MINUTE
/** A day of quarter hours. */
export const BARS = 96

export interface StripBar {
  readonly from: Instant
  readonly kind: 'none' | 'ok' | 'failed' | 'paused'
  /** The longest run in the quarter hour, in ms. */
  readonly durationMs: number
}

export interface ArtistHealth {
  readonly artistId: string
  /** Of the last 24 hours, as all below. */
  readonly runs: number
  readonly failures: number
  readonly objects: number
  /** How long all calendars of the artist take together on average, in ms; null without a good run. */
  readonly durationMs: number | null
  /** The quarter hours up to now, oldest first. */
  readonly bars: readonly StripBar[]
}

export interface SyncHealth {
  /** Runs of the last seven days. */
  readonly week: { readonly runs: number; readonly failures: number }
  readonly today: { readonly pulled: number; readonly pushed: number }
  /** Objects read and sent on each of the last seven days, oldest first; the last is today. */
  readonly days: readonly number[]
  /** Of the last 24 hours: the mean of the artists' durations in ms; null without a good run. */
  readonly durationMs: number | null
  readonly failures: number
  /** The most frequent kind of failure of the last 24 hours, and whose it was, most often struck first. */
  readonly worst: {
    readonly kind: string
    readonly times: number
    readonly artistIds: readonly string[]
  } | null
  /** Only artists with an entry in the last 24 hours. */
  readonly artists: readonly ArtistHealth[]
}

/** What one calendar's runs of the last 24 hours add up to. */
export interface CalendarRuns {
  readonly artistId: string
  readonly calendarId: string
  readonly runs: number
  readonly failures: number
  readonly objects: number
  /** The mean of the runs that went well, in ms; null without one. */
  readonly durationMs: number | null
}

/** One artist's entries within one quarter hour. */
export interface QuarterRuns {
  readonly artistId: string
  /** Quarter hours since the start of the strip. */
  readonly quarter: number
  readonly failures: number
  /** Entries that were not skipped. */
  readonly tried: number
  readonly durationMs: number
  /** Of the newest entry. */
  readonly lastErrorKind: string | null
}

/** How often a kind of failure struck an artist. */
export interface FailureCount {
  readonly artistId: string
  readonly kind: string
  readonly times: number
}

const signIn = new Set(['sign-in', 'sign-in-needed'])

/** The end of the quarter hour in which `now` lies. */
export const quarterEnd = (now: Instant): Instant => (Math.floor(now / QUARTER) + 1) * QUARTER

/**
 * The 96 quarter hours up to `end`, oldest first. A calendar that waits for a sign-in is not tried
 * again and so not logged: it is paused until the next entry.
 */
export const stripOf = (quarters: readonly QuarterRuns[], end: Instant): StripBar[] => {
  const known = new Map(quarters.map((one) => [one.quarter, one]))
  let paused = false
  return Array.from({ length: BARS }, (_, at): StripBar => {
    const from = end - (BARS - at) * QUARTER
    const own = known.get(at)
    if (!own) return { from, kind: paused ? 'paused' : 'none', durationMs: 0 }
    paused = signIn.has(own.lastErrorKind ?? '')
    const kind = own.failures > 0 ? 'failed' : own.tried === 0 ? 'paused' : 'ok'
    return { from, kind, durationMs: own.durationMs }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** An artist with two calendars waits for both: the calendars' means are added up. */
export const artistHealth = (
  calendars: readonly CalendarRuns[],
  quarters: readonly QuarterRuns[],
  end: Instant,
): ArtistHealth[] =>
  [...new Set([...calendars, ...quarters].map(({ artistId }) => artistId))].map((artistId) => {
    const own = calendars.filter((one) => one.artistId === artistId)
    const means = own.flatMap(({ durationMs }) => durationMs ?? [])
    return {
      artistId,
      runs: sum(own.map(({ runs }) => runs)),
      failures: sum(own.map(({ failures }) => failures)),
      objects: sum(own.map(({ objects }) => objects)),
      durationMs: means.length > 0 ? sum(means) : null,
      bars: stripOf(
        quarters.filter((one) => one.artistId === artistId),
        end,
      ),
    }
  })

export const meanDuration = (artists: readonly ArtistHealth[]): number | null => {
  const known = artists.flatMap(({ durationMs }) => durationMs ?? [])
  return known.length > 0 ? sum(known) / known.length : null
}

/** The kind that struck most often in all. */
export const worstOf = (counts: readonly FailureCount[]): SyncHealth['worst'] => {
  const times = new Map<string, number>()
  for (const one of counts) times.set(one.kind, (times.get(one.kind) ?? 0) + one.times)
  const [worst] = [...times].toSorted(([, a], [, b]) => b - a)
  if (!worst) return null
  const [kind] = worst
  const struck = counts
    .filter((one) => one.kind === kind)
    .toSorted((a, b) => b.times - a.times)
    .map(({ artistId }) => artistId)
  return { kind, times: worst[1], artistIds: struck }
}
