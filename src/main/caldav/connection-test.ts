import type { Instant } from '../../domain/interval.ts'
import type { TestReport, TestStep } from '../../domain/views.ts'
import type { Login, RemoteFailure } from '../sync/remote.ts'
import { freeBusyBody, propfindBody } from './bodies.ts'
import { calendarProperties, calendarRows, type CalendarRow } from './calendar-rows.ts'
import { openRemote } from './client.ts'
import { wireFailure } from './failure.ts'
import { probeWriting } from './probe.ts'
import { openSession, type Fetch, type Session, type WireResult } from './session.ts'

export interface TestSubject {
  readonly login: Login
  readonly calendarUrl: string
  /** Whether bookings are to be written there. */
  readonly writes: boolean
  readonly studioZone: string
  readonly computerZone: string
}

export interface TestOutcome {
  readonly report: TestReport
  /** The failure that ended the test, for the log; null when it went through. */
  readonly failure: RemoteFailure | null
  readonly requests: number
}

type Finding = Omit<TestStep, 'name' | 'durationMs'>

const passed = (message: string): Finding => ({ outcome: 'passed', message })
const warning = (message: string, advice?: string): Finding => ({
  outcome: 'warning',
  message,
  ...(advice !== undefined && { advice }),
})
const failedStep = ({ message, remedy }: RemoteFailure): Finding => ({
  outcome: 'failed',
  message,
  ...(remedy !== undefined && { advice: remedy }),
})
const skipped = (message: string): Finding => ({ outcome: 'skipped', message })

const names = {
  reach: 'Reach the server',
  certificate: 'Verify its certificate',
  'sign-in': 'Sign in',
  read: 'Read the calendar',
  write: 'Write and remove a test event',
  'free-busy': 'Free/busy questions',
  clock: 'Clock and time zone',
} as const

type StepId = keyof typeof names

/** How far the first question came, by how it failed; all else means the server was not reached. */
const stoppedAt: Readonly<Record<string, StepId>> = {
  certificate: 'certificate',
  'sign-in': 'sign-in',
  forbidden: 'read',
  'calendar-gone': 'read',
}

const firstSteps = ['reach', 'certificate', 'sign-in', 'read'] as const

const certificateOf = (url: string): Finding =>
  url.startsWith('https:')
    ? passed('The connection is encrypted and the certificate is valid.')
    : warning(
        'The connection is not encrypted: passwords and bookings can be read on the way.',
        'Use an address that starts with https://.',
      )

const readCalendar = async (
  session: Session,
  url: string,
  signal?: AbortSignal,
): Promise<WireResult<CalendarRow>> => {
  const answer = await session.ask({
    method: 'PROPFIND',
    url,
    headers: { depth: '0', 'content-type': 'application/xml; charset=utf-8' },
    body: propfindBody(calendarProperties),
    signal,
  })
  if (!answer.ok) return answer
  const [row] = calendarRows(answer.value, url)
  if (row) return { ok: true, value: row }
  const kind = answer.value.members.length === 0 ? 'forbidden' : 'calendar-gone'
  return { ok: false, error: wireFailure(kind, url, { status: 207 }) }
}

const readFinding = (row: CalendarRow): Finding =>
  row.ownedByLogin
    ? passed(`“${row.name}” can be read.`)
    : warning(
        `“${row.name}” can be read, but it is shared by ${row.owner ?? 'somebody else'}: their private events cannot be seen.`,
        'Add an account with the artist’s own app password, so that private events block time too.',
      )

const freeBusy = async (session: Session, url: string, signal?: AbortSignal): Promise<Finding> => {
  const answer = await session.read({
    method: 'REPORT',
    url,
    headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
    body: freeBusyBody({ start: Date.UTC(2099, 11, 31), end: Date.UTC(2100, 0, 1) }),
    signal,
  })
  return passed(
    answer.ok && /BEGIN:VFREEBUSY/i.test(answer.value.text)
      ? 'The server answers them.'
      : 'The server does not answer them. Nothing is missing: Linework reads the events themselves.',
  )
}

const clockFinding = (
  { studioZone, computerZone }: TestSubject,
  serverDate: string | null,
  now: Instant,
): Finding => {
  const minutes =
    serverDate === null ? Number.NaN : Math.round((Date.parse(serverDate) - now) / 6e4)
  if (Math.abs(minutes) >= 2)
    return warning(
      `This computer’s clock is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'behind' : 'ahead of'} the server’s.`,
      'Let the computer set its clock by itself.',
    )
  if (studioZone !== computerZone)
    return warning(
      `The studio’s time zone is ${studioZone}, this computer’s is ${computerZone}.`,
      'Check the time zone in Settings › Studio.',
    )
  return Number.isNaN(minutes)
    ? passed(`The time zone is ${studioZone}; the server does not tell its time.`)
    : passed(`The clocks agree; the time zone is ${studioZone}.`)
}

/**
 * Tries everything a calendar is needed for and tells each step with advice. The one thing it
 * writes is an event of its own, which it removes. A report with warnings has passed.
 */
export const testConnection = async (
  subject: TestSubject,
  tools: { readonly fetch: Fetch; readonly now: () => Instant; readonly newId: () => string },
  signal?: AbortSignal,
): Promise<TestOutcome> => {
  const { login, calendarUrl, writes } = subject
  const { now } = tools
  let serverDate: string | null = null
  const fetch: Fetch = async (url, init) => {
    const response = await tools.fetch(url, init)
    serverDate = response.headers.get('date') ?? serverDate
    return response
  }
  const session = openSession(login, { fetch, now })
  const remote = openRemote(login, { fetch, now })
  const steps: TestStep[] = []
  let failure: RemoteFailure | null = null
  let since = now()
  const add = (id: StepId, finding: Finding): void => {
    steps.push({ name: names[id], ...finding, durationMs: now() - since })
    since = now()
  }
  const give = (error: RemoteFailure): Finding => {
    failure ??= error
    return failedStep(error)
  }

  const read = await readCalendar(session, calendarUrl, signal)
  const stop = read.ok ? null : (stoppedAt[read.error.kind] ?? 'reach')
  const findings: Record<(typeof firstSteps)[number], () => Finding> = {
    reach: () => passed(`${new URL(calendarUrl).host} answers.`),
    certificate: () => certificateOf(calendarUrl),
    'sign-in': () => passed(`Signed in as ${login.username}.`),
    read: () => (read.ok ? readFinding(read.value) : give(read.error)),
  }
  for (const step of firstSteps) {
    if (failure) add(step, skipped('Not tried.'))
    else add(step, step === stop && !read.ok ? give(read.error) : findings[step]())
  }

  if (!read.ok) {
    for (const step of ['write', 'free-busy', 'clock'] as const) add(step, skipped('Not tried.'))
  } else {
    if (!writes) add('write', skipped('Not needed: this calendar only blocks time.'))
    else if (read.value.readOnly) add('write', give(wireFailure('read-only', calendarUrl)))
    else {
      const probe = { id: tools.newId(), now: now() }
      const wrote = await probeWriting(remote, calendarUrl, probe, signal)
      add('write', wrote.ok ? passed('Bookings can be written.') : give(wrote.error))
    }
    add('free-busy', await freeBusy(session, calendarUrl, signal))
    add('clock', clockFinding(subject, serverDate, now()))
  }
  const report = { passed: failure === null, steps }
  return { report, failure, requests: session.requests + remote.requests }
}
