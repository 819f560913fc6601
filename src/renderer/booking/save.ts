import type { InputOf } from '../../contract/questions.ts'
import type { Availability } from '../../domain/availability.ts'
import { parseAmount } from '../format/words.ts'
import type { Check } from '../stores/availability-watch.ts'
import { intervalOf, type Draft } from '../stores/draft.ts'
import { text } from './text.ts'

type Create = InputOf<'appointments.create'>

/** Why a draft cannot be saved yet; null when it can. */
export const obstacle = (draft: Draft, check: Check, overrule: boolean): string | null => {
  if (!draft.artistId) return text.needArtist
  if (!check.answer) return check.phase === 'asking' ? text.waiting : text.needTime
  if (!bookable(check.answer, overrule))
    return check.answer.overrulable ? text.needOverrule : text.needTime
  if (!draft.client || (draft.client.kind === 'new' && draft.client.name.trim() === ''))
    return text.needClient
  return Number.isNaN(parseAmount(draft.deposit)) ? text.needAmount : null
}

const bookable = (answer: Availability, overrule: boolean): boolean =>
  answer.available || (answer.overrulable && overrule)

const shared = (draft: Draft, artistId: string, zone: string) => ({
  artistId,
  ...intervalOf(draft, draft.minutes, zone),
  description: draft.description,
  notes: draft.notes,
  depositCents: parseAmount(draft.deposit),
  depositState: draft.depositState,
  alternates: draft.alternates.map((time) => intervalOf(time, draft.minutes, zone)),
})

/** The question that books a new draft; null while artist or client are missing. */
export const toCreate = (
  draft: Draft,
  zone: string,
  status: 'PENDING' | 'CONFIRMED',
  overrule: boolean,
): Create | null => {
  if (!draft.artistId || !draft.client) return null
  const { client } = draft
  return {
    id: draft.id,
    ...shared(draft, draft.artistId, zone),
    client:
      client.kind === 'known'
        ? { id: client.client.id }
        : { name: client.name, email: client.email, phone: client.phone },
    status,
    overrule,
  }
}

/** The question that changes the appointment a draft was made from. */
export const toUpdate = (
  draft: Draft,
  zone: string,
  overrule: boolean,
): InputOf<'appointments.update'> | null => {
  if (!draft.editing || !draft.artistId || draft.client?.kind !== 'known') return null
  return {
    id: draft.editing.id,
    version: draft.editing.version,
    changes: { ...shared(draft, draft.artistId, zone), clientId: draft.client.client.id },
    overrule,
  }
}
