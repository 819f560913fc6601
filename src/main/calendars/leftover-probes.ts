import { MINUTE, type Instant } from '../../domain/interval.ts'
import { openRemote } from '../caldav/client.ts'
import { isProbe, probePrefix, probeTime } from '../caldav/probe.ts'
import type { CalendarRow } from '../store/calendars.ts'
import type { CalendarDesk } from './desk.ts'
import { loginOf } from './server.ts'

/** Longer than any test takes, also that of another desk which is still at it. */
const IN_USE = 5 * MINUTE

/** A server that does not remove one is not asked again at every look. */
const BETWEEN_TRIES = 15 * MINUTE

/**
 * Removes the events of connection tests that could not clean up after themselves, from any desk: a
 * program that was ended, a computer that went off. They are found in the copy of what was pulled.
 */
export const probeSweeper = (
  desk: Pick<CalendarDesk, 'store' | 'vault' | 'fetch' | 'now'>,
): ((calendarId?: string) => Promise<void>) => {
  const { store, now } = desk
  const tried = new Map<string, Instant>()
  let sweeping: Promise<void> | null = null

  const sweepCalendar = async (calendar: CalendarRow): Promise<void> => {
    // Of one that was never read there is no copy to find anything in.
    if (calendar.readOnly || calendar.role !== 'booking' || calendar.lastSuccessAt === null) return
    const left = store.read.objects
      .withUidFrom(calendar.id, probePrefix)
      .filter(({ uid, text }) => uid !== null && isProbe(uid) && probeTime(text) < now() - IN_USE)
      .filter(({ href }) => (tried.get(href) ?? -Infinity) < now() - BETWEEN_TRIES)
    if (left.length === 0) return
    const login = loginOf(desk, store.read.accounts.get(calendar.accountId))
    if (!login.ok) return
    const remote = openRemote(login.value, desk)
    for (const { href, etag } of left) {
      tried.set(href, now())
      await remote.remove(calendar.url, href, etag)
    }
  }

  const sweep = async (calendarId?: string): Promise<void> => {
    const calendars = store.read.calendars.all()
    for (const calendar of calendars)
      if (calendarId === undefined || calendar.id === calendarId) await sweepCalendar(calendar)
  }

  return (calendarId) => {
    sweeping ??= sweep(calendarId).finally(() => {
      sweeping = null
    })
    return sweeping
  }
}
