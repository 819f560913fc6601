import { z } from 'zod'
import { clocks, languageSettings, privacyLevels, themes } from '../domain/settings.ts'
import { isZone } from '../domain/zone.ts'
import { hours, line, minutes } from './fields.ts'

/** What is set for the studio: the admin's. */
export const studioSettings = {
  studioName: line(200),
  zone: z.string().refine(isZone, { message: 'is not a time zone this computer knows' }),
  hours,
  slotMinutes: minutes.min(5).max(120),
  pullMinutes: minutes.min(1).max(1440),
  logDays: z.int('must be a whole number of days').min(7).max(3650),
  lockMinutes: minutes.min(1).max(240),
  privacy: z.enum(privacyLevels),
  lookForUpdates: z.boolean(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency'),
  ready: z.boolean(),
}

/** How the window looks and behaves on this computer: whoever is at the desk may choose it. */
export const computerSettings = {
  theme: z.enum(themes),
  language: z.enum(languageSettings),
  clock: z.enum(clocks),
  closeToTray: z.boolean(),
}
