import type { ParsedOf } from '../../contract/questions.ts'
import { nextInk, type Artist } from '../../domain/artist.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ArtistRow } from '../store/artists.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

const toArtist = (row: ArtistRow): Artist => {
  const { createdAt: _, ...artist } = row
  return artist
}

const artistOf = (tx: Tables, id: string): Result<Artist> => {
  const row = tx.artists.get(id)
  return row ? ok(toArtist(row)) : fail('not-found', 'This artist no longer exists.')
}

/** The people who tattoo. */
export const artistUseCases = (desk: {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
}) => ({
  /** In the order they were added, inactive ones among them. */
  list: (): Artist[] => desk.store.read.artists.all().map(toArtist),

  /** Left out: the next free ink and the studio's hours. */
  create: (input: ParsedOf<'artists.create'>): Result<Artist> =>
    desk.store.transaction((tx) => {
      const id = desk.newId()
      const used = tx.artists.all().map(({ ink }) => ink)
      const { ink = nextInk(used), hours = tx.settings.get().hours, ...given } = input
      tx.artists.insert({ ...given, ink, hours, id, createdAt: desk.now() })
      return artistOf(tx, id)
    }),

  update: ({ id, changes }: ParsedOf<'artists.update'>): Result<Artist> =>
    desk.store.transaction((tx) => {
      tx.artists.update(id, changes)
      return artistOf(tx, id)
    }),

  /** An artist with appointments stays as inactive, so that the history keeps its name. */
  remove: ({ id }: ParsedOf<'artists.remove'>): Result<null> =>
    desk.store.transaction((tx) => {
      const artist = artistOf(tx, id)
      if (!artist.ok) return artist
      if (tx.appointments.views({ artistId: id }).length > 0)
        tx.artists.update(id, { active: false })
      else tx.artists.remove(id)
      return ok(null)
    }),
})
