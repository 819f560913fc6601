import { z } from 'zod'
import type { Artist, TimeOff } from '../../domain/artist.ts'
import { id, instant, line, nothing, isLater, later, artistFields } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

export const artistsQuestions = {
  'artists.list': ask<Artist[]>()(nothing),
  'artists.create': askAdmin<Artist>()(z.object(artistFields).partial().required({ name: true })),
  'artists.update': askAdmin<Artist>()(z.object({ id, changes: z.object(artistFields).partial() })),
  /** Makes an artist inactive or, where nothing hangs on it, removes it. Nothing is removed from a server. */
  'artists.remove': askAdmin<null>()(z.object({ id })),

  /** When artists are away; the studio's is everyone's. */
  'timeOff.list': ask<TimeOff[]>()(
    z.object({ from: instant, to: instant, artistId: id.optional() }),
  ),
  'timeOff.create': ask<TimeOff>()(
    z
      .object({
        /** Null: the whole studio. */
        artistId: id.nullable(),
        start: instant,
        end: instant,
        reason: line(200).default(''),
      })
      .refine(isLater, later),
  ),
  'timeOff.remove': ask<null>()(z.object({ id })),
} as const
