import { recordOf, type ClientFigures } from '../../domain/client-record.ts'
import { ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ClientExport } from '../../domain/views.ts'
import { rowOf, toClient, type ClientDesk } from './desk.ts'

/** Visits, no-shows and deposits. Fails with `not-found`. */
export const figuresOf = (
  { store: { read }, now }: ClientDesk,
  id: string,
): Result<ClientFigures> => {
  const client = rowOf(read, id)
  if (!client.ok) return client
  const {
    upcoming: _,
    history: __,
    ...figures
  } = recordOf(read.appointments.views({ clientId: id }), now())
  return ok(figures)
}

const iso = (instant: Instant): string => new Date(instant).toISOString()

/** Everything the desk has written down about one person, oldest first. Fails with `not-found`. */
export const exportClient = (
  { store: { read }, now }: ClientDesk,
  id: string,
): Result<ClientExport> => {
  const row = rowOf(read, id)
  if (!row.ok) return row
  const { id: _, ...client } = toClient(row.value)
  return ok({
    exportedAt: iso(now()),
    client: { ...client, enteredAt: iso(row.value.createdAt) },
    appointments: read.appointments.views({ clientId: id }).map((one) => ({
      artist: read.artists.get(one.artistId)?.name ?? '',
      description: one.description,
      start: iso(one.start),
      end: iso(one.end),
      status: one.status,
      alternates: one.alternates.map(({ start }) => iso(start)),
      depositCents: one.depositCents,
      depositState: one.depositState,
      notes: one.notes,
      cancelReason: one.cancelReason,
      history: read.audit.of(one.id).map(({ at, actor, action, before, after }) => ({
        at: iso(at),
        actor,
        action,
        before,
        after,
      })),
    })),
  })
}
