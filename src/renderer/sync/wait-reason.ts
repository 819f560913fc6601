import type { AppointmentView, SyncStatus } from '../../domain/views.ts'

/** Why a change has not been sent; `next` is the time of the next run. */
export const waitReason = (
  { artistId, delivery }: Pick<AppointmentView, 'artistId' | 'delivery'>,
  { state, artists }: Pick<SyncStatus, 'state' | 'artists'>,
  next: string | null,
): string => {
  if (delivery === 'held') return 'needs a decision'
  const artist = artists.find((one) => one.artistId === artistId)
  if (artist?.state === 'syncing') return 'being sent'
  const kind = artist?.failure?.kind
  if (kind === 'sign-in' || kind === 'sign-in-needed') return 'waits for sign-in'
  if (state === 'offline') return 'waits for the network'
  if (delivery === 'sending') return 'being sent'
  return next === null ? 'waits for the next sync' : `tried again at ${next}`
}
