import { z } from 'zod'
import type { Settings } from '../../domain/settings.ts'
import type { StudioState } from '../../domain/views.ts'
import { nothing } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'
import { computerSettings, studioSettings } from '../settings-fields.ts'

export const studioQuestions = {
  'studio.state': ask<StudioState>()(nothing),
  /** Opens the sample studio: made-up artists, clients and bookings, and a server inside the app. */
  'studio.explore': ask<StudioState>()(nothing),
  /** Leaves the sample studio for the real one and removes everything it made. */
  'studio.leaveSample': ask<StudioState>()(nothing),

  'settings.get': ask<Settings>()(nothing),
  'settings.update': askAdmin<Settings>()(z.object(studioSettings).partial()),
  /** How the window looks here; no PIN is needed for it. */
  'settings.appearance': ask<Settings>()(z.object(computerSettings).partial()),
} as const
