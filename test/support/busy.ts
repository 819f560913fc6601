import type { Interval } from '../../src/domain/interval.ts'
import type { BusyTimes } from '../../src/main/ical/wire.ts'

/** Each occurrence by itself, with the title it has. */
export const occurrences = (busy: readonly BusyTimes[]): (Interval & { title: string })[] =>
  busy.flatMap(({ title, times }) =>
    Array.from({ length: times.length / 2 }, (_, at) => ({
      title,
      start: times[at * 2] ?? Number.NaN,
      end: times[at * 2 + 1] ?? Number.NaN,
    })),
  )
