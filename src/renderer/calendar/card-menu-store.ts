import { create } from 'zustand'
import type { AppointmentView } from '../../domain/views.ts'

/** Where on the screen a menu opens, px of the window. */
export interface Anchor {
  readonly x: number
  readonly y: number
}

interface CardMenuState {
  readonly menu: { readonly appointment: AppointmentView; readonly at: Anchor } | null
  readonly dialog: {
    readonly kind: 'move' | 'cancel'
    readonly appointment: AppointmentView
  } | null
  /** What had the focus when the menu opened, and gets it back after a dialog too. */
  readonly origin: Element | null
}

export const useCardMenu = create<CardMenuState>(() => ({
  menu: null,
  dialog: null,
  origin: null,
}))

export const openCardMenu = (appointment: AppointmentView, at: Anchor): void =>
  useCardMenu.setState({ menu: { appointment, at }, origin: document.activeElement })

/** Below the lower left corner of what was clicked. */
export const below = (element: Element): Anchor => {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom }
}
