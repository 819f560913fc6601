import { create } from 'zustand'
import type { Availability } from '../../domain/availability.ts'
import { blankOf, isDirty, type Draft } from './draft.ts'
import { useView } from './view.ts'

export type Drawer =
  { readonly kind: 'booking' } | { readonly kind: 'appointment'; readonly id: string }

interface DrawerState {
  readonly drawer: Drawer | null
  /** The booking being written, kept while other screens are looked at. */
  readonly draft: Draft | null
  /** The draft as it was opened, to tell whether anything was entered. */
  readonly pristine: Draft | null
  /** What the newest check said about the draft's time. */
  readonly verdict: Availability | null
  /** What was asked for while a draft with unsaved input was open; it waits for a person's yes. */
  readonly waiting: { readonly drawer: Drawer | null; readonly draft: Draft | null } | null
}

const closed: DrawerState = {
  drawer: null,
  draft: null,
  pristine: null,
  verdict: null,
  waiting: null,
}

export const useDrawer = create<DrawerState>(() => closed)

/** The draft that was put aside; there is one place for it. */
export const useKeptDraft = create<{ readonly kept: Draft | null }>(() => ({ kept: null }))

/** The open draft, if anything was entered. */
export const openDraft = ({ draft, pristine }: DrawerState): Draft | null =>
  draft && pristine && isDirty(draft, pristine) ? draft : null

const turnTo = (drawer: Drawer | null, draft: Draft | null): void => {
  if (openDraft(useDrawer.getState())) useDrawer.setState({ waiting: { drawer, draft } })
  else useDrawer.setState({ ...closed, drawer, draft, pristine: draft })
}

/** Opens the booking form; unsaved input in an open one is asked about first. */
export const openBooking = (draft: Draft): void => turnTo({ kind: 'booking' }, draft)

/** Goes on with the draft that was put aside; false where there is none. */
export const resumeDraft = (): boolean => {
  const { kept } = useKeptDraft.getState()
  if (!kept || useDrawer.getState().draft) return false
  useKeptDraft.setState({ kept: null })
  useView.setState({ screen: 'calendar', date: kept.date })
  const pristine = blankOf(kept)
  useDrawer.setState({ ...closed, drawer: { kind: 'booking' }, draft: kept, pristine })
  return true
}

export const openAppointment = (id: string): void => turnTo({ kind: 'appointment', id }, null)

export const closeDrawer = (): void => turnTo(null, null)

/** Closes whatever was entered: after saving, or when the person has said so. */
export const dropDraft = (next: Drawer | null = null): void =>
  useDrawer.setState({ ...closed, drawer: next })

/** Leaves unsaved input for what was asked for: put aside or thrown away; or stays with it. */
export const answerWaiting = (answer: 'keep' | 'discard' | 'stay'): void => {
  const { waiting, draft } = useDrawer.getState()
  if (!waiting) return
  if (answer === 'stay') return useDrawer.setState({ waiting: null })
  if (answer === 'keep') useKeptDraft.setState({ kept: draft })
  useDrawer.setState({ ...closed, ...waiting, pristine: waiting.draft, waiting: null })
}

/** Changes what is being written; the calendar follows to another date. */
export const changeDraft = (changes: Partial<Draft>): void => {
  useDrawer.setState(({ draft }) => (draft ? { draft: { ...draft, ...changes } } : {}))
  if (changes.date) useView.setState({ date: changes.date })
}

export const setVerdict = (verdict: Availability | null): void => useDrawer.setState({ verdict })
