import type { Instant } from '../../domain/interval.ts'
import type { Vault } from '../admin/vault.ts'
import type { SeenCertificate } from '../caldav/agents.ts'
import type { Fetch } from '../caldav/session.ts'
import type { Store } from '../store/store.ts'

/** What the use-cases of accounts and calendars are made with. */
export interface CalendarDesk {
  readonly store: Store
  readonly vault: Vault
  /** Reaches the servers of this studio. */
  readonly fetch: Fetch
  /** What a server showed as its certificate when it was last connected to, where that is known. */
  readonly certificateOf?: (host: string) => SeenCertificate | null
  readonly now: () => Instant
  readonly newId: () => string
  /** IANA zone of this computer. */
  readonly computerZone: string
}
