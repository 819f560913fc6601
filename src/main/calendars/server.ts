import type { ParsedOf } from '../../contract/questions.ts'
import { fail, failed, ok, type Result } from '../../domain/failure.ts'
import type { DiscoveredCalendar, TestReport } from '../../domain/views.ts'
import { testConnection, type TestOutcome } from '../caldav/connection-test.ts'
import { discover } from '../caldav/discovery.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { Login } from '../sync/remote.ts'
import type { CalendarDesk } from './desk.ts'
import { mostAlike } from './likeness.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { counted } from '../../domain/wording.ts'
import { shown } from '../sync/retry.ts'

/** The login of an account, unless it would only be refused once more. */
export const loginOf = (
  { vault }: Pick<CalendarDesk, 'vault'>,
  account: AccountRow | undefined,
): Result<Login> => {
  if (!account) return fail('not-found', 'This account no longer exists.')
  const { baseUrl, username, calendarBasePath } = account
  if (account.frozenAt !== null)
    return fail(
      'sign-in',
      sentence`${{ host: new URL(baseUrl).host }} has refused the app password.`,
      {
        remedy: 'Enter a new app password in Settings › Accounts.',
      },
    )
  const password = vault.read(account.id)
  return password === null
    ? fail(
        'sign-in-needed',
        sentence`The app password for ${{ account: account.label }} is needed again.`,
        {
          remedy: 'Enter it in Settings › Accounts.',
        },
      )
    : ok({ baseUrl, username, password, calendarBasePath })
}

/** Nextcloud shuts out a network after a few wrong passwords, so the first one is the last. */
const freeze = ({ store, now }: CalendarDesk, accountId: string): void =>
  store.transaction((tx) => tx.accounts.update(accountId, { frozenAt: now() }))

/** The calendars an account can see, with the artist each looks like. */
export const discoverCalendars = async (
  desk: CalendarDesk,
  { accountId }: ParsedOf<'calendars.discover'>,
): Promise<Result<DiscoveredCalendar[]>> => {
  const { store, fetch, now } = desk
  const login = loginOf(desk, store.read.accounts.get(accountId))
  if (!login.ok) return login
  const found = await discover(login.value, { fetch, now })
  if (!found.ok) {
    if (found.error.kind === 'sign-in') freeze(desk, accountId)
    return failed(shown(found.error))
  }
  const artists = store.read.artists.all().filter(({ active }) => active)
  return ok(
    found.value.map(({ url, calendarId, name, readOnly, ownedByLogin, owner }) => ({
      url,
      calendarId,
      name,
      readOnly,
      ownedByLogin,
      suggestedArtistId: mostAlike(artists, `${name} ${ownedByLogin ? '' : (owner ?? '')}`),
    })),
  )
}

const summary = ({ report, failure }: TestOutcome): Sentence => {
  const warnings = report.steps.filter(({ outcome }) => outcome === 'warning').length
  if (failure) return { message: failure.message, ...(failure.said && { said: failure.said }) }
  return warnings === 0
    ? sentence`Everything works.`
    : sentence`It works, with ${{ count: counted(warnings, 'warning') }}.`
}

/** Tests one calendar against its server and notes the outcome at the calendar and in the sync log. */
export const testCalendar = async (
  desk: CalendarDesk,
  { id }: ParsedOf<'calendars.test'>,
): Promise<Result<TestReport>> => {
  const { store, now, computerZone } = desk
  const calendar = store.read.calendars.get(id)
  if (!calendar) return fail('not-found', 'This calendar no longer exists.')
  const login = loginOf(desk, store.read.accounts.get(calendar.accountId))
  if (!login.ok) return login
  const startedAt = now()
  const outcome = await testConnection(
    {
      login: login.value,
      calendarUrl: calendar.url,
      writes: calendar.role === 'booking',
      studioZone: store.read.settings.get().zone,
      computerZone,
    },
    desk,
  )
  const { report, failure, requests } = outcome
  const at = now()
  const words = summary(outcome)
  const warnings = report.steps.filter((step) => step.outcome === 'warning').length
  const failedAt = report.steps.find((step) => step.outcome === 'failed')?.id
  store.transaction((tx) => {
    tx.calendars.update(id, {
      lastTest: { at, passed: report.passed, warnings, ...(failedAt && { failedAt }), ...words },
    })
    tx.syncLogs.insert({
      artistId: calendar.artistId,
      calendarId: id,
      direction: 'test',
      trigger: 'settings',
      startedAt,
      durationMs: at - startedAt,
      requests,
      outcome: failure ? 'failed' : 'ok',
      errorKind: failure?.kind ?? null,
      ...words,
    })
  })
  if (failure?.kind === 'sign-in') freeze(desk, calendar.accountId)
  return ok(report)
}
