import type { Instant, Interval } from '../../domain/interval.ts'
import type { BusyHit } from '../store/busy.ts'
import type { Store } from '../store/store.ts'

/** An occurrence read from a stored text because it lies outside the busy window. */
export type BusyBeyond = Pick<
  BusyHit,
  'objectId' | 'calendarId' | 'start' | 'end' | 'title' | 'private' | 'transparent' | 'allDay'
>

/** What the desk's use-cases are made with. */
export interface Desk {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
  /**
   * The busy time of a calendar in `span`, read from the stored texts: asked only about time
   * outside the window that is kept as busy intervals. Null while that was not read, which blocks.
   */
  readonly busyBeyond: (calendarId: string, span: Interval) => readonly BusyBeyond[] | null
}
