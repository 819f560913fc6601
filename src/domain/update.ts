import type { Failure } from './failure.ts'
import type { Instant } from './interval.ts'

/** How this copy of the program got onto the computer, and so how a newer one gets there. */
export const installKinds = ['AppImage', 'deb', 'nsis', 'dmg'] as const

export type InstallKind = (typeof installKinds)[number]

/** A newer version whose description was signed by the makers. */
export interface UpdateOffer {
  readonly version: string
  readonly released: Instant
  /** What is new, a sentence each, from the change log: in English. */
  readonly notes: readonly string[]
  /** Bytes to download. */
  readonly size: number
  /** Where to get it, if this copy cannot replace itself; null if it can. */
  readonly byHand: string | null
}

export type UpdateStage =
  /** Packaged without a place to ask: nothing is ever asked. */
  | { readonly kind: 'not-set-up' }
  /** The sample studio asks nobody. */
  | { readonly kind: 'sample' }
  /** Nothing newer is known. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'offered'; readonly offer: UpdateOffer }
  | { readonly kind: 'downloading'; readonly offer: UpdateOffer; readonly received: number }
  /** Downloaded and checked; it is installed when a person says so. */
  | { readonly kind: 'ready'; readonly offer: UpdateOffer }

export interface UpdateView {
  /** The version that runs. */
  readonly installed: string
  /** When the place for updates last gave a sound answer. */
  readonly lookedAt: Instant | null
  readonly stage: UpdateStage
  /** Why the last look, download or installation did not go well. */
  readonly failure: Failure | null
}

const parts = (version: string): number[] => version.split('.').map(Number)

/** Negative, zero or positive, as for sorting; both are `major.minor.patch`. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [parts(a), parts(b)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}
