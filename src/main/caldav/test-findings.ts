import { DAY, type Instant } from '../../domain/interval.ts'
import type { TestStep } from '../../domain/views.ts'
import { instantOn, isZone } from '../../domain/zone.ts'
import type { Remote, RemoteFailure } from '../sync/remote.ts'
import { freeBusyBody } from './bodies.ts'
import type { CalendarRow } from './calendar-rows.ts'
import { installation } from './calendar-url.ts'
import type { Session } from './session.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'
import { onDate } from '../../domain/wording.ts'
import type { SeenCertificate } from './agents.ts'

/** What came out of one step of the connection test. */
export type Finding = Omit<TestStep, 'id' | 'durationMs'>

export const passed = (words: Sentence): Finding => ({ outcome: 'passed', ...words })

export const warning = ({ message, said }: Sentence, advice?: string): Finding => ({
  outcome: 'warning',
  message,
  ...(said && { said }),
  ...(advice !== undefined && { advice }),
})

/** Not tried, or not offered by a server that does well without. */
export const skipped = (words: Sentence): Finding => ({ outcome: 'skipped', ...words })

export const failedStep = ({ message, said, remedy }: RemoteFailure): Finding => ({
  outcome: 'failed',
  message,
  ...(said && { said }),
  ...(remedy !== undefined && { advice: remedy }),
})

const productIn = (text: string): string | null => {
  try {
    const status: unknown = JSON.parse(text)
    if (typeof status !== 'object' || status === null) return null
    if (!('productname' in status) || !('versionstring' in status)) return null
    const { productname, versionstring } = status
    return typeof productname === 'string' && typeof versionstring === 'string'
      ? `${productname} ${versionstring}`.slice(0, 60)
      : null
  } catch {
    return null
  }
}

/** Names the server: Nextcloud tells its version to everybody. */
export const reachFinding = async (
  session: Session,
  calendarUrl: string,
  signal?: AbortSignal,
): Promise<Finding> => {
  const { host, pathname } = new URL(calendarUrl)
  const plain = passed(sentence`${{ host }} answers.`)
  if (!pathname.includes('/remote.php/')) return plain
  const url = `${installation(calendarUrl)}/status.php`
  const answer = await session.read({ method: 'GET', url, signal })
  const product = answer.ok ? productIn(answer.value.text) : null
  return product === null ? plain : passed(sentence`${{ host }} answers: ${{ product }}.`)
}

/** A certificate is renewed weeks before its end where that happens by itself. */
const RENEWED_BEFORE = 10 * DAY

export const certificateFinding = (
  url: string,
  certificate: SeenCertificate | null,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Finding => {
  if (!url.startsWith('https:'))
    return warning(
      sentence`The connection is not encrypted: passwords and bookings can be read on the way.`,
      'Use an address that starts with https://.',
    )
  if (!certificate) return passed(sentence`The connection is encrypted.`)
  const until = onDate(certificate.until, zone)
  if (!certificate.verified)
    return passed(
      sentence`The connection is encrypted. Nobody vouches for the certificate; it is trusted by its fingerprint.`,
    )
  const said = sentence`The certificate is valid until ${{ until }}; ${{ issuer: certificate.issuer }} vouches for it.`
  return certificate.until - now > RENEWED_BEFORE
    ? passed(said)
    : warning(said, 'Ask who runs the server to renew it: without one nothing is synchronised.')
}

export const readFinding = ({ name, ownedByLogin, owner }: CalendarRow): Finding => {
  const calendar = { calendar: name }
  const who = owner ?? sentence`somebody else`
  return ownedByLogin
    ? passed(sentence`“${calendar}” can be read.`)
    : warning(
        sentence`“${calendar}” can be read, but it is shared by ${{ owner: who }}: their private events cannot be seen.`,
        'Add an account with the artist’s own app password, so that private events block time too.',
      )
}

/** Whether a look can be cheap: the server tells what changed since a token (RFC 6578). */
export const syncFinding = async (
  remote: Remote,
  url: string,
  token: string | null,
  signal?: AbortSignal,
): Promise<Finding> => {
  const page = token === null ? null : await remote.changes(url, token, signal)
  if (page?.ok) return passed(sentence`The server tells what has changed since the last look.`)
  return page === null || page.error.kind === 'sync-token'
    ? skipped(
        sentence`The server does not tell what has changed: Linework compares the whole calendar instead, which takes longer.`,
      )
    : warning(page.error, page.error.remedy)
}

export const freeBusyFinding = async (
  session: Session,
  url: string,
  signal?: AbortSignal,
): Promise<Finding> => {
  const answer = await session.read({
    method: 'REPORT',
    url,
    headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
    body: freeBusyBody({ start: Date.UTC(2099, 11, 31), end: Date.UTC(2100, 0, 1) }),
    signal,
  })
  return answer.ok && /BEGIN:VFREEBUSY/i.test(answer.value.text)
    ? passed(sentence`The server answers questions about free and busy time.`)
    : skipped(
        sentence`The server does not answer such questions. Nothing is missing: Linework reads the events themselves.`,
      )
}

/** Milliseconds by which two clocks may differ before an appointment could look past or future. */
const CLOCK_TOLERANCE = 60_000

const lengthOf = (ms: number): Sentence =>
  ms < 120_000
    ? sentence`${{ seconds: Math.round(ms / 1_000) }} seconds`
    : sentence`${{ minutes: Math.round(ms / 60_000) }} minutes`

/** `ahead`: how far the server's clock is ahead of this computer's, ms; null where it did not tell. */
export const clockFinding = (ahead: number | null): Finding => {
  if (ahead === null) return skipped(sentence`The server does not tell its time.`)
  const much = lengthOf(Math.abs(ahead))
  return Math.abs(ahead) > CLOCK_TOLERANCE
    ? warning(
        ahead > 0
          ? sentence`This computer’s clock is ${{ much }} behind the server’s.`
          : sentence`This computer’s clock is ${{ much }} ahead of the server’s.`,
        'Let the computer set its clock by itself.',
      )
    : passed(sentence`The server’s clock and this computer’s agree.`)
}

/** The zone a calendar is in: its VTIMEZONE's name, without what a vendor puts before it. */
const zoneIn = (timezone: string): string | null => {
  const name = /^TZID(?:;[^:\r\n]*)?:(.+)$/m.exec(timezone)?.[1]?.trim() ?? null
  return (name !== null && /[A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?$/.exec(name)?.[0]) || name
}

/** Two names for one clock, as far as this year goes. */
const agree = (a: string, b: string, now: Instant): boolean => {
  const year = new Date(now).getUTCFullYear()
  return [`${year}-01-15`, `${year}-07-15`].every(
    (date) => instantOn(date, 720, a) === instantOn(date, 720, b),
  )
}

export const zoneFinding = (
  { studioZone, computerZone }: { readonly studioZone: string; readonly computerZone: string },
  calendarTimezone: string | null,
  now: Instant,
): Finding => {
  const zone = calendarTimezone === null ? null : zoneIn(calendarTimezone)
  if (zone !== null && isZone(zone) && !agree(zone, studioZone, now))
    return warning(
      sentence`The calendar is in ${{ zone }}, the studio in ${{ studioZone }}.`,
      'Check the time zone in Settings › Studio. If it is right, nothing is wrong: bookings carry the studio’s zone.',
    )
  if (!agree(studioZone, computerZone, now))
    return warning(
      sentence`The studio’s time zone is ${{ studioZone }}, this computer’s is ${{ computerZone }}.`,
      'Check the time zone in Settings › Studio.',
    )
  if (zone === null)
    return passed(sentence`The time zone is ${{ studioZone }}; the calendar names none.`)
  return isZone(zone)
    ? passed(sentence`Calendar, studio and computer are in ${{ studioZone }}.`)
    : skipped(sentence`The calendar calls its zone “${{ zone }}”, which cannot be compared.`)
}
