import { z } from 'zod'
import { languageSettings, privacyLevels, themes, type Settings } from '../../domain/settings.ts'
import type { StudioState } from '../../domain/views.ts'
import { isZone } from '../../domain/zone.ts'
import { line, nothing, minutes, hours } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

export const studioQuestions = {
  'studio.state': ask<StudioState>()(nothing),
  /** Opens the sample studio: made-up artists, clients and bookings, and a server inside the app. */
  'studio.explore': ask<StudioState>()(nothing),
  /** Leaves the sample studio for the real one and removes everything it made. */
  'studio.leaveSample': ask<StudioState>()(nothing),

  'settings.get': ask<Settings>()(nothing),
  'settings.update': askAdmin<Settings>()(
    z
      .object({
        studioName: line(200),
        zone: z.string().refine(isZone, { message: 'is not a time zone this computer knows' }),
        hours,
        slotMinutes: minutes.min(5).max(120),
        pullMinutes: minutes.min(1).max(1440),
        privacy: z.enum(privacyLevels),
        theme: z.enum(themes),
        language: z.enum(languageSettings),
        currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency'),
        ready: z.boolean(),
      })
      .partial(),
  ),
} as const
