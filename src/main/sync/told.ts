import {
  depositStates,
  statuses,
  type Appointment,
  type DepositState,
  type Status,
} from '../../domain/appointment.ts'
import type { Interval } from '../../domain/interval.ts'
import { parseTitle } from '../../domain/title.ts'
import type { WireEvent } from '../ical/wire.ts'

/** What an event says about the appointment behind it: its own fields and our X-LINEWORK properties. */
export interface Told extends Pick<Appointment, 'start' | 'end' | 'description' | 'status'> {
  /** As far as the properties were there: an event that lost them says nothing about the rest. */
  readonly rest: Pick<Appointment, 'alternates' | 'depositCents' | 'depositState'> | null
  /** Only where the privacy setting let them go into the calendar. */
  readonly notes: string | null
  readonly clientName: string
}

/**
 * Reads the appointment from the event alone (design: another desk can rebuild it). The artist's later
 * approval, cancellation or title counts for more than the status we wrote.
 */
export const toldBy = (event: WireEvent): Told => {
  const { linework } = event
  const title = parseTitle(event.summary)
  return {
    start: event.start,
    end: event.end,
    description: title.description,
    status: statusOf(event, title.request),
    rest:
      'STAMP' in linework ? { alternates: alternatesOf(linework), ...depositOf(linework) } : null,
    notes: linework['NOTES'] ?? null,
    clientName: title.clientName,
  }
}

const statusOf = ({ status, linework }: WireEvent, isRequest: boolean): Status => {
  if (status === 'CANCELLED') return 'CANCELLED'
  const written = statuses.find((one) => one === linework['STATUS'])
  if (written === 'PENDING') return isRequest && status !== 'CONFIRMED' ? 'PENDING' : 'CONFIRMED'
  if (written !== undefined && written !== 'CANCELLED' && !isRequest) return written
  return isRequest && status !== 'CONFIRMED' ? 'PENDING' : 'CONFIRMED'
}

/** `2026-03-05T10:00:00.000Z/2026-03-05T12:00:00.000Z …` */
const alternatesOf = ({ ALTERNATES = '' }: Readonly<Record<string, string>>): Interval[] =>
  ALTERNATES.split(' ').flatMap((text) => {
    const [start = NaN, end = NaN] = text.split('/').map((one) => Date.parse(one))
    return start < end ? [{ start, end }] : []
  })

/** `5000 paid` */
const depositOf = ({
  DEPOSIT = '',
}: Readonly<Record<string, string>>): Pick<Appointment, 'depositCents' | 'depositState'> => {
  const [, cents, word] = /^(\d{1,9}) (\w+)$/.exec(DEPOSIT) ?? []
  const depositState: DepositState = depositStates.find((one) => one === word) ?? 'none'
  return { depositCents: cents === undefined ? null : Number(cents), depositState }
}
