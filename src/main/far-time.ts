import type { BusyBeyond, Desk } from './appointments/desk.ts'
import { DAY, type Interval } from '../domain/interval.ts'
import type { BusyTimes } from './store/objects.ts'
import type { Store } from './store/store.ts'
import { busyTimes } from './sync/apply.ts'
import type { Decode } from './sync/context.ts'

/**
 * Answers about time outside the window that is kept as busy intervals, from the stored texts. They are
 * read in the reader's thread, a stretch of a calendar at a time, and kept until something changes.
 */
export interface FarTime {
  /** Null until the stretches around `span` were read. */
  readonly busyBeyond: Desk['busyBeyond']
  /**
   * Asks a question; where it meets time that was not read, reads that and asks again. What takes too
   * long counts as taken, and `tell` says when a question about it would be answered otherwise.
   */
  readonly onceRead: <Answer>(question: () => Answer) => Promise<Answer>
  readonly close: () => void
}

interface Parts {
  readonly store: Store
  readonly decode: Decode
  /** Says that what was asked about is known now. */
  readonly tell: () => void
  /** Milliseconds that a question waits. */
  readonly patience?: number
}

type Occurrences = BusyTimes & { readonly objectId: number }

interface Stretch {
  /** How many changes there had been when its reading began. */
  readonly asOf: number
  readonly busy: readonly Occurrences[]
}

interface Missed {
  readonly calendarId: string
  readonly number: number
}

/** The next question is most often about the same two months. */
const STRETCH = 64 * DAY

/** Stretches of calendars that are kept; then all begin anew. */
const KEPT = 1_000

/** Objects whose texts are taken from the database in one turn of the event loop. */
const PART = 100

const PATIENCE = 5_000

const keyOf = ({ calendarId, number }: Missed): string => `${calendarId} ${number}`

export const createFarTime = ({ store, decode, tell, patience = PATIENCE }: Parts): FarTime => {
  const known = new Map<string, Stretch>()
  const underWay = new Map<string, { asOf: number; done: Promise<void> }>()
  let changes = 0
  let tail: Promise<void> = Promise.resolve()
  /** Of the question that is being answered: how current it wants to be, and what it misses. */
  let asked = { since: 0, missed: [] as Missed[] }
  const endSubscription = store.onChange((topics) => {
    if (topics.has('busy') || topics.has('settings')) changes++
  })

  const readStretch = async ({ calendarId, number }: Missed, asOf: number): Promise<Stretch> => {
    const span = { start: number * STRETCH, end: (number + 1) * STRETCH }
    const { zone } = store.read.settings.get()
    const ids = store.read.objects.reaching(calendarId, span.start, span.end)
    const busy: Occurrences[] = []
    for (let at = 0; at < ids.length; at += PART) {
      const rows = store.read.objects.texts(ids.slice(at, at + PART))
      const objects = rows.map(({ id, text }) => ({ href: String(id), etag: null, text }))
      const decoded = await decode(objects, { zone, from: span.start, to: span.end })
      const read = new Map(decoded.map(({ object, content }) => [object.href, content]))
      for (const { id, reach } of rows) {
        const content = read.get(String(id))
        // What cannot be read to an end takes all the time that it may take.
        for (const times of content ? busyTimes(content) : [solid(reach, span)])
          busy.push({ ...times, objectId: id })
      }
    }
    return { asOf, busy }
  }

  /** One after the other: the thread has pulls to read as well. */
  const read = (stretch: Missed, since: number): Promise<void> => {
    const key = keyOf(stretch)
    const joined = underWay.get(key)
    if (joined && joined.asOf >= since) return joined.done
    const before = tail
    const work = async (): Promise<void> => {
      await before
      reading.asOf = changes
      try {
        known.set(key, await readStretch(stretch, changes))
      } finally {
        if (underWay.get(key) === reading) underWay.delete(key)
      }
    }
    // Until it begins it is as current as anybody may want.
    const reading = { asOf: Number.POSITIVE_INFINITY, done: Promise.resolve() }
    reading.done = work()
    underWay.set(key, reading)
    tail = reading.done.catch(() => undefined)
    return reading.done
  }

  const answerWith = <Answer>(since: number, question: () => Answer) => {
    asked = { since, missed: [] }
    const answer = question()
    const { missed } = asked
    asked = { since: changes, missed: [] }
    return { answer, missed }
  }

  return {
    busyBeyond: (calendarId, span) => {
      const found: BusyBeyond[] = []
      let lacks = false
      for (let at = Math.floor(span.start / STRETCH); at * STRETCH < span.end; at++) {
        const stretch = known.get(keyOf({ calendarId, number: at }))
        if (stretch && stretch.asOf >= asked.since)
          found.push(...within(stretch.busy, calendarId, span))
        else {
          lacks = true
          asked.missed.push({ calendarId, number: at })
        }
      }
      return lacks ? null : found
    },

    onceRead: async (question) => {
      if (known.size > KEPT) known.clear()
      const since = changes
      let { answer, missed } = answerWith(since, question)
      if (missed.length === 0) return answer
      let timer: NodeJS.Timeout | undefined
      const tooLong = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, patience, 'late')
      })
      try {
        while (missed.length > 0) {
          const reads = Promise.all(missed.map((stretch) => read(stretch, since)))
          if ((await Promise.race([reads, tooLong])) === 'late') {
            // Whoever asks again hears of what went wrong.
            reads.then(tell, () => undefined)
            return answer
          }
          ;({ answer, missed } = answerWith(since, question))
        }
        return answer
      } finally {
        clearTimeout(timer)
      }
    },

    close: endSubscription,
  }
}

const solid = (reach: Interval, span: Interval): BusyTimes => ({
  title: '',
  private: false,
  transparent: false,
  allDay: false,
  times: [Math.max(reach.start, span.start), Math.min(reach.end, span.end)],
})

/** Each occurrence that touches `span`. */
const within = (busy: readonly Occurrences[], calendarId: string, span: Interval): BusyBeyond[] =>
  busy.flatMap(({ times, ...occurrence }) => {
    const touching: BusyBeyond[] = []
    for (let at = 0; at < times.length; at += 2) {
      const [start = 0, end = 0] = [times[at], times[at + 1]]
      if (start < span.end && end > span.start)
        touching.push({ ...occurrence, calendarId, start, end })
    }
    return touching
  })
