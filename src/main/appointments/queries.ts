import type { ParsedOf } from '../../contract/questions.ts'
import type { Result } from '../../domain/failure.ts'
import type { AppointmentView, AuditEntry } from '../../domain/views.ts'
import { viewOf } from './change.ts'
import type { Desk } from './desk.ts'

export const appointmentQueries = ({ store: { read } }: Pick<Desk, 'store'>) => ({
  /** By start; all that overlap [from, to). */
  list: (input: ParsedOf<'appointments.list'>): AppointmentView[] => read.appointments.views(input),

  get: ({ id }: ParsedOf<'appointments.get'>): Result<AppointmentView> => viewOf(read, id),

  /** Oldest first. */
  history: ({ id }: ParsedOf<'appointments.history'>): AuditEntry[] => read.audit.of(id),
})
