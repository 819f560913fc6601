import type { DepositState } from '../../domain/appointment.ts'
import type { Client } from '../../domain/client.ts'
import { MINUTE, type Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { dateAt, instantOn, toWallClock, parseDate, type LocalDate } from '../../domain/zone.ts'

export type DraftClient =
  | { readonly kind: 'known'; readonly client: Pick<Client, 'id' | 'name' | 'email' | 'phone'> }
  | {
      readonly kind: 'new'
      readonly name: string
      readonly email: string
      readonly phone: string
    }

/** A start on the studio's wall clock: minutes past midnight of a date. */
export interface DraftTime {
  readonly date: LocalDate
  readonly start: number
}

export interface Draft extends DraftTime {
  /** Made when the form opens: sending it twice is one booking. */
  readonly id: string
  /** The appointment being changed; null for a new one. */
  readonly editing: AppointmentView | null
  readonly artistId: string | null
  readonly minutes: number
  readonly client: DraftClient | null
  readonly description: string
  readonly deposit: string
  readonly depositState: DepositState
  readonly notes: string
  readonly alternates: readonly DraftTime[]
}

export const newDraft = (
  id: string,
  artistId: string | null,
  { date, start }: DraftTime,
  minutes: number,
): Draft => ({
  id,
  editing: null,
  artistId,
  date,
  start,
  minutes,
  client: null,
  description: '',
  deposit: '',
  depositState: 'none',
  notes: '',
  alternates: [],
})

/** The form as it would be with nothing entered. */
export const blankOf = ({ id, artistId, date, start, minutes, editing }: Draft): Draft => ({
  ...newDraft(id, artistId, { date, start }, minutes),
  editing,
})

export const timeOf = (instant: number, zone: string): DraftTime => {
  const date = dateAt(instant, zone)
  return { date, start: (toWallClock(instant, zone) - parseDate(date)) / MINUTE }
}

/** The form filled with an appointment, to change it. */
export const draftOf = (appointment: AppointmentView, zone: string): Draft => ({
  id: appointment.id,
  editing: appointment,
  artistId: appointment.artistId,
  ...timeOf(appointment.start, zone),
  minutes: (appointment.end - appointment.start) / MINUTE,
  client: {
    kind: 'known',
    client: {
      id: appointment.clientId,
      name: appointment.clientName,
      email: appointment.clientEmail,
      phone: appointment.clientPhone,
    },
  },
  description: appointment.description,
  deposit: appointment.depositCents === null ? '' : (appointment.depositCents / 100).toFixed(2),
  depositState: appointment.depositState,
  notes: appointment.notes,
  alternates: appointment.alternates.map(({ start }) => timeOf(start, zone)),
})

/** What a wall-clock start and a length are in UTC. */
export const intervalOf = (time: DraftTime, minutes: number, zone: string): Interval => {
  const start = instantOn(time.date, time.start, zone)
  return { start, end: start + minutes * MINUTE }
}

/** A new booking's artist and time are one click to make again; only what was typed counts. */
const entered = (draft: Draft): unknown =>
  draft.editing
    ? draft
    : [draft.client, draft.description, draft.deposit, draft.notes, draft.alternates]

export const isDirty = (draft: Draft, pristine: Draft): boolean =>
  JSON.stringify(entered(draft)) !== JSON.stringify(entered(pristine))

export const clientName = (draft: Draft): string =>
  draft.client?.kind === 'known' ? draft.client.client.name : (draft.client?.name ?? '')
