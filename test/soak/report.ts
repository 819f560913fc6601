/** How a run of kills went; `problems` is what must be empty. */
export interface KillReport {
  readonly server: string
  readonly seed: number
  kills: number
  /** Kills during a start: after the password was entered, before all was quiet. */
  killedInRecovery: number
  /** Found at the next start: a write was on its way, or waited, when the kill came. */
  killedWhileSending: number
  killedWhileWaiting: number
  checks: number
  answered: number
  unanswered: number
  refusedAsTaken: number
  changesFromOutside: number
  bookings: number
  eventsAtTheEnd: number
  longestUntilQuietMs: number
  seconds: number
  readonly problems: string[]
}

export const emptyReport = (server: string, seed: number): KillReport => ({
  server,
  seed,
  kills: 0,
  killedInRecovery: 0,
  killedWhileSending: 0,
  killedWhileWaiting: 0,
  checks: 0,
  answered: 0,
  unanswered: 0,
  refusedAsTaken: 0,
  changesFromOutside: 0,
  bookings: 0,
  eventsAtTheEnd: 0,
  longestUntilQuietMs: 0,
  seconds: 0,
  problems: [],
})
