import { create } from 'zustand'
import type { LocalDate } from '../../domain/zone.ts'

/** What covers the window, one at a time. */
export type Overlay = 'palette' | 'keys' | 'print' | 'export'

/** Whose day a sheet begins with; null for everyone’s of the day on the screen. */
interface SheetWish {
  readonly artistId: string
  readonly date: LocalDate
}

export const useOverlay = create<{
  readonly overlay: Overlay | null
  readonly sheet: SheetWish | null
}>(() => ({ overlay: null, sheet: null }))

export const openOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay, sheet: null })

/** The day sheet of one artist, to be printed. */
export const openSheet = (sheet: SheetWish): void =>
  useOverlay.setState({ overlay: 'print', sheet })

export const closeOverlay = (): void => useOverlay.setState({ overlay: null, sheet: null })
