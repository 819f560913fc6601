import type { ParsedOf } from '../../contract/questions.ts'
import { concerns, type TimeOff } from '../../domain/artist.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Store } from '../store/store.ts'

/** When artists, or the whole studio, are away. */
export const timeOffUseCases = ({
  store,
  now,
  newId,
}: {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
}) => ({
  /** By start; all that overlaps [from, to). One artist's includes the studio's. */
  list: ({ from, to, artistId }: ParsedOf<'timeOff.list'>): TimeOff[] => {
    const all = store.read.timeOff.overlapping(from, to)
    return artistId === undefined ? all : all.filter((off) => concerns(off, artistId))
  },

  /** What is booked already stays: the window shows it beside the time off. */
  create: (input: ParsedOf<'timeOff.create'>): Result<TimeOff> =>
    store.transaction((tx) => {
      if (!tx.artists.get(input.artistId))
        return fail('not-found', 'This artist no longer exists.', { field: 'artistId' })
      const off = { ...input, id: newId() }
      tx.timeOff.insert({ ...off, createdAt: now() })
      return ok(off)
    }),

  /** Removing what is gone already is no failure; `not-allowed` for a day the studio is closed. */
  remove: ({ id }: ParsedOf<'timeOff.remove'>): Result<null> =>
    store.transaction((tx) => {
      if (tx.timeOff.isClosedDay(id))
        return fail('not-allowed', 'This is when the whole studio is closed.', {
          remedy: 'Remove it in Settings, with the PIN.',
        })
      tx.timeOff.remove(id)
      return ok(null)
    }),

  close: (input: ParsedOf<'closedDays.create'>): Result<TimeOff> =>
    store.transaction((tx) => {
      const off = { ...input, artistId: null, id: newId() }
      tx.timeOff.insert({ ...off, createdAt: now() })
      return ok(off)
    }),

  /** Opens the studio again; an artist's own time off stays. */
  reopen: ({ id }: ParsedOf<'closedDays.remove'>): Result<null> =>
    store.transaction((tx) => {
      if (tx.timeOff.isClosedDay(id)) tx.timeOff.remove(id)
      return ok(null)
    }),
})
