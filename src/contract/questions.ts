import type { z } from 'zod'
import type { Question } from './question.ts'
import { alertsQuestions } from './questions/alerts.ts'
import { artistsQuestions } from './questions/artists.ts'
import { backupsQuestions } from './questions/backups.ts'
import { bookingsQuestions } from './questions/bookings.ts'
import { clientsQuestions } from './questions/clients.ts'
import { connectionsQuestions } from './questions/connections.ts'
import { exportsQuestions } from './questions/exports.ts'
import { pinQuestions } from './questions/pin.ts'
import { importQuestions } from './questions/import.ts'
import { studioQuestions } from './questions/studio.ts'
import { syncQuestions } from './questions/sync.ts'
import { updatesQuestions } from './questions/updates.ts'

/**
 * Every question the window may ask: its name, who may ask it, the shape of its input, and the
 * answer's type. Answers travel as `Result<Answer, Failure>`: only data survives the way between
 * processes.
 */
export const questions = {
  ...studioQuestions,
  ...pinQuestions,
  ...bookingsQuestions,
  ...clientsQuestions,
  ...exportsQuestions,
  ...artistsQuestions,
  ...connectionsQuestions,
  ...importQuestions,
  ...syncQuestions,
  ...backupsQuestions,
  ...alertsQuestions,
  ...updatesQuestions,
} as const

export type Questions = typeof questions
export type QuestionName = keyof Questions

/** What the window sends; defaults may be left out. */
export type InputOf<Name extends QuestionName> = z.input<Questions[Name]['input']>

/** What main works with after parsing. */
export type ParsedOf<Name extends QuestionName> = z.output<Questions[Name]['input']>

export type AnswerOf<Name extends QuestionName> =
  Questions[Name] extends Question<z.ZodType, infer Answer> ? Answer : never
