import { create } from 'zustand'
import type { AppointmentView } from '../../domain/views.ts'

/** The request for which another time is being chosen, from whichever screen. */
export const useProposal = create<{ readonly request: AppointmentView | null }>(() => ({
  request: null,
}))

export const openProposal = (request: AppointmentView): void => useProposal.setState({ request })

export const closeProposal = (): void => useProposal.setState({ request: null })
