import { create } from 'zustand'
import type { AppointmentView } from '../../domain/views.ts'

type Version = Pick<AppointmentView, 'id' | 'version'>

const nameOf = ({ id, version }: Version): string => `${id} ${version}`

const useKeptChanges = create<{ readonly kept: ReadonlySet<string> }>(() => ({ kept: new Set() }))

/** What the artist changed is fine: this version of the booking is not asked about again. */
export const keepTheirs = (version: Version): void =>
  useKeptChanges.setState(({ kept }) => ({ kept: new Set([...kept, nameOf(version)]) }))

export const useKept = (version: Version): boolean =>
  useKeptChanges(({ kept }) => kept.has(nameOf(version)))
