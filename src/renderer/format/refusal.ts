import type { Verdict } from '../../domain/availability.ts'
import { words } from '../i18n/words.ts'
import { say } from './said.ts'
import type { Place } from './time.ts'

/** Why a time is not free, in the window's language. */
export const refusalText = (
  { message, said }: Pick<Verdict, 'message' | 'said'>,
  place: Place,
): string => (message === null ? words.common.verdict.notFree : say({ message, said }, place))
