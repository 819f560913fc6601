import { z } from 'zod'
import type { Artist, TimeOff } from '../../domain/artist.ts'
import { id, instant, line, nothing, isLater, later, artistFields } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

const awayFields = { start: instant, end: instant, reason: line(200).default('') }

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
        artistId: id,
        ...awayFields,
      })
      .refine(isLater, later),
  ),
  'timeOff.remove': ask<null>()(z.object({ id })),

  /** When the whole studio is closed: time off of nobody in particular, and not the desk's to change. */
  'closedDays.create': askAdmin<TimeOff>()(z.object(awayFields).refine(isLater, later)),
  'closedDays.remove': askAdmin<null>()(z.object({ id })),
} as const
