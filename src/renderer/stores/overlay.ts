import { create } from 'zustand'

/** What covers the window, one at a time. */
export type Overlay = 'palette' | 'keys' | 'print' | 'export'

export const useOverlay = create<{ readonly overlay: Overlay | null }>(() => ({ overlay: null }))

export const openOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay })

export const closeOverlay = (): void => useOverlay.setState({ overlay: null })
