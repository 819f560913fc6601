import { workingTime, type Artist, type TimeOff } from './artist.ts'
import { contains, MINUTE, overlaps, subtract, type Instant, type Interval } from './interval.ts'
import { addDays, dateAt, instantOn, startOfDate, timeAt, type LocalDate } from './zone.ts'
import { sentence, type Filling, type Said, type Sentence } from './sentence.ts'

export type Reason =
  'busy' | 'appointment' | 'time-off' | 'outside-hours' | 'buffer' | 'past' | 'no-calendar'

/**
 * Time of an artist that is not free, by our own appointments or other people's events; or time far off
 * that was not read yet: whatever may be there, it blocks.
 */
export interface Taken extends Interval {
  readonly source: 'appointment' | 'event' | 'unread'
}

/** What others' time is called that has no title to show, and time that was not read yet; the window says it in its language. */
export const untitled = { busy: 'Busy', unread: 'Not read yet' } as const

/** The same with what it is called. */
export interface Blocker extends Taken {
  readonly title: string
}

export interface Availability extends Interval {
  readonly artistId: string
  readonly available: boolean
  readonly reason: Reason | null
  /** A sentence for a person, without the artist's name; null when the time is free. */
  readonly message: string | null
  readonly said?: Said
  readonly blockers: readonly Blocker[]
  /** Staff may book it all the same after a warning: time off, hours, buffers, the past; never busy time. */
  readonly overrulable: boolean
  /** Against what: the server just now, or the copy as it was at `asOf`. */
  readonly checked: 'server' | 'local'
  /** Events in the artist's calendars whose time nobody can tell: one of them may be here. */
  readonly unreadable: number
  /** When the copy it was answered from was current; null when the calendar was never read. */
  readonly asOf: Instant | null
}

/** What free starts are found in, gathered beforehand. */
export interface Diary {
  readonly artist: Artist
  readonly zone: string
  readonly now: Instant
  /** False when the artist has no booking calendar to write to. */
  readonly connected: boolean
  readonly blockers: readonly Taken[]
  /** The artist's and the studio's. */
  readonly timeOff: readonly Interval[]
}

/** What a decision about one time is made from: the same, and what to call it. */
export interface Agenda extends Diary {
  readonly blockers: readonly Blocker[]
  readonly timeOff: readonly (Interval & Pick<TimeOff, 'reason'>)[]
}

export type Verdict = Pick<
  Availability,
  'available' | 'reason' | 'message' | 'said' | 'blockers' | 'overrulable'
>

const free: Verdict = {
  available: true,
  reason: null,
  message: null,
  blockers: [],
  overrulable: false,
}

const refused = (
  reason: Reason,
  words: Sentence,
  blockers: readonly Blocker[] = [],
  overrulable = false,
): Verdict => ({ available: false, reason, ...words, blockers, overrulable })

const range = ({ start, end }: Interval, zone: string): string => {
  const first = dateAt(start, zone)
  const last = dateAt(end - 1, zone)
  const wholeDays =
    startOfDate(first, zone) === start && startOfDate(dateAt(end, zone), zone) === end
  if (wholeDays) return first === last ? 'all day' : `from ${first} to ${last}`
  if (first === last) return `${timeAt(start, zone)}–${timeAt(end, zone)}`
  return `${first} ${timeAt(start, zone)} – ${last} ${timeAt(end, zone)}`
}

/** When something is, to be filled into a sentence about a time of the same day. */
const whenOf = ({ start, end }: Interval, zone: string): Filling => ({
  english: range({ start, end }, zone),
  plain: { start, end, day: false },
})

/** What has no title of its own is called busy in every language. */
const titleOf = ({ title }: Blocker): { readonly title: string | Sentence } => ({
  title: title === untitled.busy ? sentence`Busy` : title,
})

const hoursText = (spans: readonly Interval[], zone: string): string =>
  spans.map((span) => range(span, zone)).join(', ')

/**
 * Decides whether `wanted` can be booked. Busy time comes first and cannot be overruled; then the
 * past, time off, working hours and buffers, which staff may overrule. Buffers keep a gap of the larger of
 * the two sides' buffers between an appointment and its neighbours.
 */
export const checkAvailability = (wanted: Interval, agenda: Agenda): Verdict => {
  const { artist, zone } = agenda
  if (!agenda.connected)
    return refused('no-calendar', sentence`${{ artist: artist.name }} has no booking calendar yet.`)

  if (agenda.blockers.some(({ source }) => source === 'unread'))
    return refused(
      'busy',
      sentence`${{ artist: artist.name }}’s calendar is being read that far ahead. Ask again in a moment`,
    )

  const hits = agenda.blockers
    .filter((blocker) => overlaps(blocker, wanted))
    .toSorted((a, b) => a.start - b.start)
  const first = hits.find((hit) => hit.source === 'event') ?? hits[0]
  if (first) {
    const reason = first.source === 'event' ? 'busy' : 'appointment'
    return refused(
      reason,
      sentence`Overlaps “${titleOf(first)}” ${{ when: whenOf(first, zone) }}`,
      hits,
    )
  }

  if (wanted.start < agenda.now)
    return refused('past', sentence`This time is in the past.`, [], true)

  const away = agenda.timeOff.find((off) => overlaps(off, wanted))
  if (away) {
    const when = whenOf(away, zone)
    const words = away.reason
      ? sentence`Time off ${{ when }} (${{ why: away.reason }})`
      : sentence`Time off ${{ when }}`
    return refused('time-off', words, [], true)
  }

  const spans = workingTime(artist.hours, dateAt(wanted.start, zone), zone)
  if (!spans.some((span) => contains(span, wanted))) {
    const words =
      spans.length === 0
        ? sentence`Day off`
        : sentence`Outside working hours (${{ hours: hoursText(spans, zone) }})`
    return refused('outside-hours', words, [], true)
  }

  const near = agenda.blockers.filter((blocker) => overlaps(padded(blocker, artist), wanted))
  const nearest = near[0]
  if (nearest)
    return refused(
      'buffer',
      sentence`Too close to “${titleOf(nearest)}” ${{ when: whenOf(nearest, zone) }}`,
      near,
      true,
    )
  return free
}

/** The time a new appointment has to stay out of because of its neighbour, buffers included. */
const padded = (blocker: Taken, artist: Artist): Interval => {
  const before = artist.bufferBefore * MINUTE
  const after = artist.bufferAfter * MINUTE
  const own = blocker.source === 'appointment'
  return {
    start: blocker.start - (own ? Math.max(before, after) : after),
    end: blocker.end + (own ? Math.max(before, after) : before),
  }
}

/**
 * The free starts for `minutes` on or after `from`, in working hours and on the slot grid counted
 * from midnight of the studio's wall clock, at most `count` and none that starts after `until`.
 */
export const freeStarts = (
  diary: Diary,
  wish: { minutes: number; from: Instant; until: Instant; count: number; grid: number },
): Instant[] => {
  const { artist, zone } = diary
  const starts: Instant[] = []
  if (!diary.connected || wish.minutes <= 0 || wish.grid <= 0) return starts
  const length = wish.minutes * MINUTE
  const from = Math.max(wish.from, diary.now)
  const taken = [
    ...diary.timeOff,
    ...diary.blockers.flatMap((blocker) => [blocker, padded(blocker, artist)]),
  ]

  for (
    let date = dateAt(from, zone);
    startOfDate(date, zone) <= wish.until;
    date = addDays(date, 1)
  ) {
    for (const span of workingTime(artist.hours, date, zone)) {
      if (span.end <= from) continue
      const onGrid = gridStarts(date, wish.grid, zone)
      for (const gap of subtract(span, taken)) {
        for (const start of onGrid) {
          if (start < Math.max(gap.start, from) || start + length > gap.end) continue
          if (start > wish.until) return starts
          starts.push(start)
          if (starts.length === wish.count) return starts
        }
      }
    }
  }
  return starts
}

const grids = new Map<string, readonly Instant[]>()

/** The slot starts of a day by the wall clock, also where the clocks change; the same for every artist. */
const gridStarts = (date: LocalDate, grid: number, zone: string): readonly Instant[] => {
  const key = `${date} ${grid} ${zone}`
  let starts = grids.get(key)
  if (!starts) {
    const found = new Set<Instant>()
    for (let minute = 0; minute < 24 * 60; minute += grid) found.add(instantOn(date, minute, zone))
    if (grids.size >= 100) grids.clear()
    grids.set(key, (starts = [...found].toSorted((a, b) => a - b)))
  }
  return starts
}
