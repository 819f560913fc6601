import { create } from 'zustand'
import { ask } from '../bridge.ts'

/** Whether a newer version is known; asked only after main said so, as most starts have none. */
export const useUpdateWaits = create<{ readonly waits: boolean }>(() => ({ waits: false }))

export const askWhetherUpdateWaits = async (): Promise<void> => {
  const state = await ask('updates.state')
  if (state.ok) useUpdateWaits.setState({ waits: 'offer' in state.value.stage })
}
