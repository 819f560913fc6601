import type { ReactNode } from 'react'

export const groups = ['book', 'go', 'clients', 'appointments', 'do'] as const

export type Group = (typeof groups)[number]

/** One thing the palette offers. */
export interface Entry {
  readonly id: string
  readonly group: Group
  readonly mark: ReactNode
  readonly name: string
  readonly detail?: string
  /** The keys that do the same without the palette. */
  readonly keys?: readonly string[]
  readonly run: () => void
}

/** In the order of the groups, which is the order on the screen. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  groups.flatMap((group) => entries.filter((entry) => entry.group === group))
