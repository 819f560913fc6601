import type { AnswerOf, ParsedOf, QuestionName } from '../../contract/questions.ts'
import type { Failure, Result } from '../../domain/failure.ts'

export type Handler<Name extends QuestionName> = (
  input: ParsedOf<Name>,
) => Result<AnswerOf<Name>> | Promise<Result<AnswerOf<Name>>>

/** One answer for every question of the contract; `compose.ts` builds the table. */
export type Handlers = { readonly [Name in QuestionName]: Handler<Name> }

/** What can be answered now, and the failure that answers everything else. */
export interface Answers {
  readonly handlers: Partial<Handlers>
  readonly otherwise: Failure
  /** Null while an admin's questions are answered; otherwise why they are not. */
  readonly admit: () => Failure | null
  /** What to tell the window of something thrown; null for a bug. */
  readonly failureOf: (error: unknown) => Failure | null
}
