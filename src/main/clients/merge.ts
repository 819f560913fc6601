import type { ParsedOf } from '../../contract/questions.ts'
import { bothTexts, emailKey, phoneKey, type Client } from '../../domain/client.ts'
import type { Result } from '../../domain/failure.ts'
import type { ClientRow } from '../store/clients.ts'
import { clientOf, rewriteEvents, rowOf, type ClientDesk } from './desk.ts'

/**
 * Makes one client of two entries for the same person: appointments and details of `drop` go to
 * `keep`, and coming events say so. Fails with `not-found`.
 */
export const mergeClients = (
  desk: ClientDesk,
  { keep, drop }: ParsedOf<'clients.merge'>,
): Result<Client> =>
  desk.store.transaction((tx) => {
    const kept = rowOf(tx, keep)
    if (!kept.ok) return kept
    const dropped = rowOf(tx, drop)
    if (!dropped.ok) return dropped

    const now = desk.now()
    for (const { id, version } of tx.appointments.views({ clientId: drop })) {
      tx.appointments.update(id, { clientId: keep, version: version + 1, updatedAt: now })
      tx.audit.insert({
        at: now,
        actor: 'desk',
        action: 'client-merged',
        appointmentId: id,
        before: { clientId: drop },
        after: { clientId: keep },
      })
    }
    tx.clients.update(keep, joined(kept.value, dropped.value))
    tx.clients.remove(drop)
    rewriteEvents(tx, keep, now)
    return clientOf(tx, keep)
  })

/** The kept entry's details count; what else was known of the other goes into the notes. */
const joined = (kept: ClientRow, dropped: ClientRow) => {
  const others = [
    kept.nameKey === dropped.nameKey ? '' : dropped.name,
    kept.email === '' || emailKey(kept.email) === emailKey(dropped.email) ? '' : dropped.email,
    kept.phone === '' || phoneKey(kept.phone) === phoneKey(dropped.phone) ? '' : dropped.phone,
  ].filter(Boolean)
  return {
    email: kept.email || dropped.email,
    phone: kept.phone || dropped.phone,
    notes: [bothTexts(kept.notes, dropped.notes), others.join(', ')].filter(Boolean).join('\n'),
    allergies: bothTexts(kept.allergies, dropped.allergies),
  }
}
