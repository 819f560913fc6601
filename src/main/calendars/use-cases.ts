import type { AnswerOf, ParsedOf } from '../../contract/questions.ts'
import { ok, type Result } from '../../domain/failure.ts'
import { accountView, createAccount, removeAccount, updateAccount } from './accounts.ts'
import { createCalendar, deleteCalendar, updateCalendar } from './commands.ts'
import type { CalendarDesk } from './desk.ts'
import { calendarViews } from './queries.ts'
import { discoverCalendars, testCalendar } from './server.ts'

type Name =
  | 'accounts.list'
  | 'accounts.create'
  | 'accounts.update'
  | 'accounts.remove'
  | 'calendars.list'
  | 'calendars.create'
  | 'calendars.update'
  | 'calendars.delete'
  | 'calendars.discover'
  | 'calendars.test'

/** Everything about accounts and calendars the window may ask, by the contract's names. */
export const createCalendarUseCases = (
  desk: CalendarDesk,
): {
  readonly [N in Name]: (input: ParsedOf<N>) => Result<AnswerOf<N>> | Promise<Result<AnswerOf<N>>>
} => ({
  'accounts.list': () =>
    ok(desk.store.read.accounts.all().map((row) => accountView(row, desk.vault))),
  'accounts.create': (input) => createAccount(desk, input),
  'accounts.update': (input) => updateAccount(desk, input),
  'accounts.remove': (input) => removeAccount(desk, input),
  'calendars.list': () => ok(calendarViews(desk.store.read)),
  'calendars.create': (input) => createCalendar(desk, input),
  'calendars.update': (input) => updateCalendar(desk, input),
  'calendars.delete': (input) => deleteCalendar(desk, input),
  'calendars.discover': (input) => discoverCalendars(desk, input),
  'calendars.test': (input) => testCalendar(desk, input),
})
