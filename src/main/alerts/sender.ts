import type { AlertChannel, AlertMessage } from '../../domain/alert.ts'
import type { Failure, Result } from '../../domain/failure.ts'
import { DAY, HOUR, MINUTE, type Instant } from '../../domain/interval.ts'
import type { Store } from '../store/store.ts'
import type { Timers } from '../sync/engine.ts'
import { watchOnce } from './watch.ts'

export type Send = (channel: AlertChannel, message: AlertMessage) => Promise<Result<null>>

export interface AlertParts {
  readonly store: Store
  readonly timers: Timers
  readonly now: () => Instant
  /** Which channels are switched on now. */
  readonly channels: () => ReadonlySet<AlertChannel>
  readonly send: Send
  /** How the last message of a channel fared. */
  readonly note: (channel: AlertChannel, failure: Failure | null) => void
}

/** A failed run is looked at soon, together with those that fail at the same time. */
const SOON = 2_000

/** A message nobody could be sent for this long is about something long past. */
const STALE = 3 * DAY

/** One minute after the first try, twice as long after each further one, an hour at most. */
const pause = (attempts: number): number => Math.min(HOUR, MINUTE * 2 ** attempts)

/**
 * Watches the artists' calendars once a minute and after each run, and sends what waits, oldest first;
 * a channel that fails waits, the other one does not. Returns what ends it.
 */
export const watchAndTell = (parts: AlertParts): (() => void) => {
  const { store, timers, now, channels } = parts
  let timer: unknown
  let sending = false
  let ended = false

  const flush = async (): Promise<void> => {
    const stuck = new Set<AlertChannel>()
    for (const {
      id,
      channel,
      message,
      attempts,
      notBefore,
      createdAt,
    } of store.read.alerts.queue()) {
      if (ended || stuck.has(channel)) continue
      if (!channels().has(channel) || now() - createdAt > STALE) {
        store.transaction((tx) => tx.alerts.removeQueued(id))
        continue
      }
      if (notBefore > now()) {
        stuck.add(channel)
        continue
      }
      const sent = await parts.send(channel, message)
      if (ended) return
      parts.note(channel, sent.ok ? null : sent.error)
      if (!sent.ok) stuck.add(channel)
      store.transaction((tx) =>
        sent.ok
          ? tx.alerts.removeQueued(id)
          : tx.alerts.changeQueued(id, {
              attempts: attempts + 1,
              notBefore: now() + pause(attempts),
            }),
      )
    }
  }

  const tick = (): void => {
    timer = timers.set(tick, MINUTE)
    watchOnce(store, channels(), now())
    if (sending) return
    sending = true
    void flush().finally(() => {
      sending = false
    })
  }
  timer = timers.set(tick, MINUTE)
  let soon = false
  const endSubscription = store.onChange((topics) => {
    if (soon || !topics.has('logs')) return
    soon = true
    timers.clear(timer)
    timer = timers.set(() => {
      soon = false
      tick()
    }, SOON)
  })
  return () => {
    ended = true
    endSubscription()
    timers.clear(timer)
  }
}
