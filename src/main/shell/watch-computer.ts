import type { SyncTrigger } from '../../domain/views.ts'

export interface ComputerHabits {
  /** Calendars may have changed unseen. */
  readonly wake: (trigger: SyncTrigger) => void
  /** The computer goes to sleep, and may not wake again. */
  readonly sleep: () => void
  /** Whoever sat there has left. */
  readonly leave: () => void
}

/** What is heard and asked of the computer: Electron's powerMonitor and net, and a clock. */
export interface Computer {
  readonly onSuspend: (listener: () => void) => unknown
  readonly onResume: (listener: () => void) => unknown
  readonly onLock: (listener: () => void) => unknown
  readonly isOnline: () => boolean
  readonly every: (milliseconds: number, work: () => void) => unknown
}

/** Sleep, a locked screen, and the network's return. */
export const watchComputer = (
  { onSuspend, onResume, onLock, isOnline, every }: Computer,
  { wake, sleep, leave }: ComputerHabits,
): void => {
  onSuspend(sleep)
  onSuspend(leave)
  onLock(leave)
  onResume(() => wake('resume'))
  // Chromium knows whether there is a network, but tells only windows when it changes.
  let online = isOnline()
  every(5_000, () => {
    const before = online
    online = isOnline()
    if (online && !before) wake('network')
  })
}
