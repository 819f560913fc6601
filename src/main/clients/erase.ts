import { erasedName } from '../../domain/client.ts'
import { isComing } from '../../domain/client-record.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ClientErasure } from '../../domain/views.ts'
import { counted } from '../../domain/wording.ts'
import { rowOf, type ClientDesk } from './desk.ts'
import type { Tables } from '../store/tables.ts'
import { sentence } from '../../domain/sentence.ts'

/** Blanks everything about a person; somebody without appointments is gone altogether. */
export const forgetClient = (tx: Tables, id: string, now: Instant): void => {
  const appointments = tx.appointments.views({ clientId: id })
  tx.notices.removeOfClient(id)
  tx.audit.eraseWords(id)
  for (const { id: appointmentId, version } of appointments) {
    // What was never sent would become an event of nobody.
    for (const { placementId, intent } of tx.outbox.ofAppointment(appointmentId))
      if (intent === 'present') tx.outbox.remove(placementId)
    tx.appointments.update(appointmentId, {
      description: '',
      notes: '',
      cancelReason: null,
      trouble: null,
      version: version + 1,
      updatedAt: now,
    })
  }
  if (tx.drafts.get()?.includes(id)) tx.drafts.clear()
  if (appointments.length === 0) tx.clients.remove(id)
  else
    tx.clients.update(id, {
      name: erasedName,
      email: '',
      phone: '',
      notes: '',
      allergies: '',
      erasedAt: now,
    })
}

/**
 * Removes what is known about a person. Past appointments stay for the figures, with nobody's name
 * and no words; their events in the calendars are the artists' and stay as they are: nothing is written
 * to them or read from them any more. A restore does it again. Fails with `not-found`, or `not-allowed`
 * while something is still to come.
 */
export const eraseClient = (desk: ClientDesk, id: string): Result<ClientErasure> =>
  desk.store.transaction((tx) => {
    const client = rowOf(tx, id)
    if (!client.ok) return client
    const now = desk.now()
    const appointments = tx.appointments.views({ clientId: id })
    const coming = appointments.filter((one) => isComing(one, now)).length
    if (coming > 0)
      return fail(
        'not-allowed',
        sentence`This client still has ${{ count: counted(coming, 'coming booking') }}.`,
        {
          remedy: 'Cancel what is still to come first.',
        },
      )

    desk.keepErasure(id)
    forgetClient(tx, id, now)
    return ok({
      appointmentsKept: appointments.length,
      eventsLeft: appointments.filter(
        ({ status, calendar }) =>
          status !== 'CANCELLED' &&
          calendar !== null &&
          tx.objects.get(calendar.calendarId, calendar.href) !== undefined,
      ).length,
    })
  })
