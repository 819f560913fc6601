import { ok, type Result } from '../../domain/failure.ts'
import type { CalendarView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import type { Match, Owner } from './matches.ts'

/** The artist's id; one is made for a new name. Null where the calendar is nobody's. */
const artistFor = async (owner: Owner): Promise<Result<string | null>> => {
  if ('artistId' in owner) return ok(owner.artistId)
  if ('nobody' in owner) return ok(null)
  const made = await ask('artists.create', { name: owner.newArtist })
  return made.ok ? ok(made.value.id) : made
}

/** What is left to do once a new artist has been made: the others of the same name are theirs too. */
const withArtist = (matches: readonly Match[], owner: Owner, artistId: string): Match[] =>
  matches.map((match) =>
    'newArtist' in owner &&
    'newArtist' in match.owner &&
    match.owner.newArtist.toLowerCase() === owner.newArtist.toLowerCase()
      ? { ...match, owner: { artistId } }
      : match,
  )

/**
 * Makes artists and calendars one after the other and stops at the first that fails. `onProgress`
 * hears what is left to do and what was made, so that a second try does not make anything twice.
 */
export const connectAll = async (
  accountId: string,
  matches: readonly Match[],
  onProgress: (left: readonly Match[], made: CalendarView | null) => void,
): Promise<Result<null>> => {
  let left = matches
  for (let next = left[0]; next; next = left[0]) {
    const { calendar, owner, role } = next
    const artist = await artistFor(owner)
    if (!artist.ok) return artist
    if (artist.value === null) {
      left = left.slice(1)
      continue
    }
    left = withArtist(left, owner, artist.value)
    onProgress(left, null)
    const { url, name } = calendar
    const input = { artistId: artist.value, accountId, url, name, role }
    const made = await ask('calendars.create', input)
    if (!made.ok) return made
    left = left.slice(1)
    onProgress(left, made.value)
  }
  return ok(null)
}
