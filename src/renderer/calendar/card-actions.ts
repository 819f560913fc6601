import type { Status } from '../../domain/appointment.ts'
import { MINUTE } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { addDays, dateAt } from '../../domain/zone.ts'
import { ask } from '../bridge.ts'
import { newDraft } from '../stores/draft.ts'
import { openBooking } from '../stores/drawer.ts'
import { withOverrule } from '../stores/overrule.ts'
import { offerUndo, tell, tellFailure } from '../stores/toasts.ts'
import { showDate } from '../stores/view.ts'
import { minutesFrom } from './placing.ts'
import { text } from './text.ts'

type Marked = Exclude<Status, 'PENDING' | 'CANCELLED'>

export const approve = async ({ id, version, clientName }: AppointmentView): Promise<void> => {
  const result = await withOverrule((overrule) =>
    ask('appointments.approve', { id, version, overrule }),
  )
  if (!result) return
  if (result.ok) tell('ok', text.approved(clientName))
  else tellFailure(result.error)
}

/** Follows the day, with a way back to the status before. */
export const mark = async (appointment: AppointmentView, status: Marked): Promise<void> => {
  const { id, version, status: before, clientName } = appointment
  const result = await ask('appointments.mark', { id, version, status })
  if (!result.ok) return tellFailure(result.error)
  if (before === 'PENDING' || before === 'CANCELLED') return
  const seen = result.value.version
  offerUndo(text.marked[status](clientName), async () => {
    const back = await ask('appointments.mark', { id, version: seen, status: before })
    if (!back.ok) tellFailure(back.error)
  })
}

/** Skin heals for about a month before it is worked on again. */
const HEALING_DAYS = 28

/** Opens the form for the same client, artist and length, four weeks later at the same time. */
export const bookNext = (appointment: AppointmentView, zone: string): void => {
  const { artistId, start, end, description, clientId, clientName } = appointment
  const date = dateAt(start, zone)
  const next = { date: addDays(date, HEALING_DAYS), start: minutesFrom(date, start, zone) }
  const draft = newDraft(crypto.randomUUID(), artistId, next, (end - start) / MINUTE)
  showDate(next.date)
  openBooking({
    ...draft,
    description,
    client: {
      kind: 'known',
      client: {
        id: clientId,
        name: clientName,
        email: appointment.clientEmail,
        phone: appointment.clientPhone,
      },
    },
  })
}
