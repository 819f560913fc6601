import type { Instant } from './interval.ts'

export type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'

/** The part of a calendar event that is ours to say: what is compared, merged and written. */
export interface EventFacts {
  readonly start: Instant
  readonly end: Instant
  readonly summary: string
  readonly description: string
  readonly status: EventStatus
  /** `X-LINEWORK-<KEY>` properties: what another desk needs to rebuild the appointment. */
  readonly linework: Readonly<Record<string, string>>
}
