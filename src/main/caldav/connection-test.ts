import type { Instant } from '../../domain/interval.ts'
import { sentence } from '../../domain/sentence.ts'
import type { TestReport, TestStep } from '../../domain/views.ts'
import type { Login, RemoteFailure } from '../sync/remote.ts'
import { propfindBody } from './bodies.ts'
import { calendarProperties, calendarRows, type CalendarRow } from './calendar-rows.ts'
import type { SeenCertificate } from './agents.ts'
import { openRemote } from './client.ts'
import { wireFailure } from './failure.ts'
import { textOf } from './multistatus.ts'
import { probeWriting } from './probe.ts'
import { openSession, type Fetch, type Session, type WireResult } from './session.ts'
import {
  certificateFinding,
  clockFinding,
  failedStep,
  freeBusyFinding,
  passed,
  reachFinding,
  readFinding,
  skipped,
  syncFinding,
  zoneFinding,
  type Finding,
} from './test-findings.ts'

export interface TestSubject {
  readonly login: Login
  readonly calendarUrl: string
  /** Whether bookings are to be written there. */
  readonly writes: boolean
  readonly studioZone: string
  readonly computerZone: string
}

export interface TestTools {
  readonly fetch: Fetch
  readonly now: () => Instant
  readonly newId: () => string
  /** What a host showed as its certificate, where that is known. */
  readonly certificateOf?: (host: string) => SeenCertificate | null
}

export interface TestOutcome {
  readonly report: TestReport
  /** The failure that ended the test, for the log; null when it went through. */
  readonly failure: RemoteFailure | null
  readonly requests: number
}

type StepId = TestStep['id']

/** How far the first question came, by how it failed; all else means the server was not reached. */
const stoppedAt: Readonly<Record<string, StepId>> = {
  certificate: 'certificate',
  'sign-in': 'sign-in',
  forbidden: 'read',
  'calendar-gone': 'read',
}

/** What the first question shows, and what is tried once it has been answered. */
const firstSteps = ['reach', 'certificate', 'sign-in', 'read'] as const
const laterSteps = ['write', 'sync', 'free-busy', 'clock', 'zone'] as const

interface CalendarRead {
  readonly row: CalendarRow
  /** The calendar's own VTIMEZONE (RFC 4791 §5.2.2). */
  readonly timezone: string | null
}

const readCalendar = async (
  session: Session,
  url: string,
  signal?: AbortSignal,
): Promise<WireResult<CalendarRead>> => {
  const answer = await session.ask({
    method: 'PROPFIND',
    url,
    headers: { depth: '0', 'content-type': 'application/xml; charset=utf-8' },
    body: propfindBody([...calendarProperties, 'C:calendar-timezone']),
    signal,
  })
  if (!answer.ok) return answer
  const [member] = answer.value.members
  const [row] = calendarRows(answer.value, url)
  if (member && row)
    return { ok: true, value: { row, timezone: textOf(member, 'C:calendar-timezone') } }
  const kind = member ? 'calendar-gone' : 'forbidden'
  return { ok: false, error: wireFailure(kind, url, { status: 207 }) }
}

/** Notes how far the server's clock is ahead of ours, from the newest answer that tells. */
const watchingClock = (
  fetch: Fetch,
  now: () => Instant,
): { readonly fetch: Fetch; readonly ahead: () => number | null } => {
  let ahead: number | null = null
  return {
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      const date = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(date)) ahead = date - now()
      return response
    },
    ahead: () => ahead,
  }
}

/**
 * Tries everything a calendar is needed for and tells each step with advice. The one thing it
 * writes is an event of its own, which it removes. A report with warnings has passed.
 */
export const testConnection = async (
  subject: TestSubject,
  tools: TestTools,
  signal?: AbortSignal,
): Promise<TestOutcome> => {
  const { login, calendarUrl, writes } = subject
  const { now } = tools
  const clock = watchingClock(tools.fetch, now)
  const wire = { fetch: clock.fetch, now }
  const session = openSession(login, wire)
  const remote = openRemote(login, wire)
  const steps: TestStep[] = []
  let failure: RemoteFailure | null = null
  let since = now()
  const add = (id: StepId, finding: Finding): void => {
    steps.push({ id, ...finding, durationMs: now() - since })
    since = now()
  }
  const give = (error: RemoteFailure): Finding => {
    failure ??= error
    return failedStep(error)
  }

  const read = await readCalendar(session, calendarUrl, signal)
  const stop = read.ok ? null : (stoppedAt[read.error.kind] ?? 'reach')
  const findings: Record<(typeof firstSteps)[number], () => Finding | Promise<Finding>> = {
    reach: () => reachFinding(session, calendarUrl, signal),
    certificate: () =>
      certificateFinding(
        calendarUrl,
        tools.certificateOf?.(new URL(calendarUrl).hostname) ?? null,
        {
          now: now(),
          zone: subject.studioZone,
        },
      ),
    'sign-in': () => passed(sentence`Signed in as ${{ user: login.username }}.`),
    read: () => (read.ok ? readFinding(read.value.row) : give(read.error)),
  }
  for (const step of firstSteps) {
    if (failure) add(step, skipped(sentence`Not tried.`))
    else add(step, step === stop && !read.ok ? give(read.error) : await findings[step]())
  }

  const write = async (): Promise<Finding> => {
    if (!writes) return skipped(sentence`Not needed: this calendar only blocks time.`)
    if (read.ok && read.value.row.readOnly) return give(wireFailure('read-only', calendarUrl))
    const probe = { id: tools.newId(), now: now() }
    const wrote = await probeWriting(remote, calendarUrl, probe, signal)
    return wrote.ok ? passed(sentence`Bookings can be written and removed.`) : give(wrote.error)
  }
  if (read.ok) {
    const { row, timezone } = read.value
    add('write', await write())
    add('sync', await syncFinding(remote, calendarUrl, row.syncToken, signal))
    add('free-busy', await freeBusyFinding(session, calendarUrl, signal))
    add('clock', clockFinding(clock.ahead()))
    add('zone', zoneFinding(subject, timezone, now()))
  } else {
    for (const step of laterSteps) add(step, skipped(sentence`Not tried.`))
  }
  const report = { passed: failure === null, steps }
  return { report, failure, requests: session.requests + remote.requests }
}
