import type { Actor } from '../../domain/appointment.ts'
import type { EventFacts } from '../../domain/event-facts.ts'
import type { NoticeView, Trouble } from '../../domain/views.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { when } from '../../domain/wording.ts'
import type { WireEvent } from '../ical/wire.ts'
import type { AppointmentRow } from '../store/appointments.ts'
import type { ObjectRow } from '../store/objects.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { PlacementRow } from '../store/placements.ts'
import type { Tables } from '../store/tables.ts'
import { wishFor } from './facts.ts'

/** What the server has for a placement: a row of our copy with its event read from the text. */
export interface Seen {
  readonly object: Pick<ObjectRow, 'href' | 'etag' | 'text' | 'hash'>
  /** Null when the text cannot be read as an event. */
  readonly event: WireEvent | null
}

export interface ReconcileContext {
  readonly now: number
  readonly zone: string
  /** Reads an event again from the text that was agreed on. */
  readonly read: (text: string) => WireEvent | null
}

/** Everything about one placement, gathered before the decision. */
export interface Case {
  readonly tx: Tables
  readonly context: ReconcileContext
  readonly placement: PlacementRow
  readonly row: OutboxRow | undefined
  readonly appointment: AppointmentRow
  readonly current: boolean
  /** What the calendar should say were the appointment like this. */
  readonly wish: (row: AppointmentRow) => EventFacts
  readonly clientName: string
  readonly artistName: string
}

/** Notes the server's version as agreed on. */
export const note = (
  { tx, placement }: Case,
  { object }: Seen,
  agreed: EventFacts | null,
): void => {
  tx.placements.update(placement.id, {
    href: object.href,
    caldavEtag: object.etag,
    baseText: object.text,
    baseHash: object.hash,
    agreed,
  })
}

export const save = (
  subject: Case,
  patch: Partial<AppointmentRow>,
  action: string,
  actor: Actor = 'artist',
): void => {
  const { tx, appointment, context } = subject
  const stored = tx.appointments.get(appointment.id) ?? appointment
  tx.appointments.update(appointment.id, {
    ...patch,
    version: stored.version + 1,
    updatedAt: context.now,
  })
  const only = (row: AppointmentRow): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key in patch && key !== 'trouble'))
  tx.audit.insert({
    at: context.now,
    actor,
    action,
    appointmentId: appointment.id,
    before: only(appointment),
    after: only({ ...appointment, ...patch }),
  })
}

/** A question that is still open about two versions is not covered up by a later, smaller one. */
export const raise = (tx: Tables, id: string, trouble: Trouble): void => {
  const open = tx.appointments.get(id)?.trouble?.kind
  const isOpen = open === 'changed-there' || open === 'gone-there'
  if (isOpen && (trouble.kind === 'refused' || trouble.kind === 'overlap')) return
  tx.appointments.update(id, { trouble })
}

export const flag = (subject: Case, trouble: Trouble): void => {
  raise(subject.tx, subject.appointment.id, trouble)
  notify(subject, 'conflict', sentence`${{ client: subject.clientName }}: ${{ trouble }}`)
}

export const notify = (
  subject: Case,
  kind: NoticeView['kind'],
  { message, said }: Sentence,
): void => {
  const { tx, appointment, context } = subject
  tx.notices.insert({
    at: context.now,
    kind,
    artistId: appointment.artistId,
    appointmentId: appointment.id,
    message,
    said,
  })
}

/** What the desk wanted, kept so that a person can go back to it. */
export const asideOf = ({
  start,
  end,
  description,
  status,
}: AppointmentRow): NonNullable<Trouble['aside']> => ({
  start,
  end,
  description,
  status,
})

export const describe = ({ context: { zone } }: Case, row: AppointmentRow): Sentence =>
  row.description
    ? sentence`${{ when: when(row, zone) }} · ${{ words: row.description }}`
    : sentence`${{ when: when(row, zone) }}`

/** What the calendar should say about a stored appointment now. */
export const wishOfRow = (tx: Tables, row: AppointmentRow): EventFacts => wishesOf(tx, row)(row)

/** The same for one whose own row may be another soon; what lies beside it is read once, if at all. */
export const wishesOf = (
  tx: Tables,
  { id, clientId }: AppointmentRow,
): ((row: AppointmentRow) => EventFacts) => {
  const gather = () => {
    const client = tx.clients.get(clientId)
    if (!client) throw new Error('An appointment has lost its client')
    return {
      client,
      alternates: tx.appointments.alternatesOf(id),
      privacy: tx.settings.get().privacy,
    }
  }
  let beside: ReturnType<typeof gather> | undefined
  const wishes = new Map<AppointmentRow, EventFacts>()
  return (row) => {
    beside ??= gather()
    const { alternates, client, privacy } = beside
    const wish = wishes.get(row) ?? wishFor({ ...row, alternates }, client, privacy)
    wishes.set(row, wish)
    return wish
  }
}
