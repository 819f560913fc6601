import type { ParsedOf } from '../../contract/questions.ts'
import type { Result } from '../../domain/failure.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { createAppointment } from './create.ts'
import type { Desk } from './desk.ts'
import { editAppointment } from './edit.ts'
import { giveUp } from './give-up.ts'
import { propose } from './propose.ts'
import { resolveTrouble } from './resolve.ts'
import { approve, cancel, decline, mark } from './status.ts'
import { undoLast } from './undo.ts'

type Command =
  | 'create'
  | 'update'
  | 'approve'
  | 'propose'
  | 'decline'
  | 'cancel'
  | 'mark'
  | 'resolve'
  | 'undo'
  | 'giveUp'

/** What the desk may do with an appointment; each is one transaction that also fills the outbox. */
export const appointmentCommands = (
  desk: Desk,
): {
  readonly [Name in Command]: (input: ParsedOf<`appointments.${Name}`>) => Result<AppointmentView>
} => ({
  create: (input) => createAppointment(desk, input),
  update: (input) => editAppointment(desk, input),
  approve: (input) => approve(desk, input),
  propose: (input) => propose(desk, input),
  decline: (input) => decline(desk, input),
  cancel: (input) => cancel(desk, input),
  mark: (input) => mark(desk, input),
  resolve: (input) => resolveTrouble(desk, input),
  giveUp: (input) => giveUp(desk, input),
  undo: (input) => undoLast(desk, input),
})
