import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Place } from '../format/time.ts'
import { below, openCardMenu, type Anchor } from './card-menu-store.ts'
import { attachKeys } from './card-keys.ts'
import { useDrag, type Ground } from './drag.ts'
import { drop } from './drop.ts'
import { attachGestures } from './gestures.ts'
import type { GridColumn } from './grid-column.ts'

interface Work extends Omit<Ground, 'zone'> {
  readonly place: Place
  readonly focus: (id: string) => void
  readonly book: (column: GridColumn, minute: number) => void
}

/** Puts mouse, finger, keys and the card's menu to work on the grid in `view`. */
export const useHands = (view: RefObject<HTMLElement | null>, work: Work): void => {
  const latest = useRef(work)
  useLayoutEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    const element = view.current
    if (!element) return undefined
    const ground = (): Ground => ({ ...latest.current, zone: latest.current.place.zone })
    const letGo = (): void => void drop(latest.current.place)
    const openMenu = (id: string, at: Anchor): void => {
      const appointment = latest.current.columns
        .flatMap(({ appointments }) => appointments)
        .find((one) => one.id === id)
      if (appointment) openCardMenu(appointment, at)
    }
    const menuAt = (event: MouseEvent): void => {
      const card =
        event.target instanceof Element && event.target.closest<HTMLElement>('[data-card]')
      const id = card ? card.dataset['card'] : undefined
      if (!id) return
      event.preventDefault()
      // A finger that is held moves the booking; the menu is for the mouse.
      if (!useDrag.getState().drag) openMenu(id, { x: event.clientX, y: event.clientY })
    }
    const endGestures = attachGestures(element, {
      ground,
      drop: letGo,
      book: (column, minute) => latest.current.book(column, minute),
    })
    const endKeys = attachKeys(element, {
      ground,
      drop: letGo,
      focus: (id) => latest.current.focus(id),
      openMenu: (id, card) => openMenu(id, below(card)),
    })
    element.addEventListener('contextmenu', menuAt)
    return () => {
      endGestures()
      endKeys()
      element.removeEventListener('contextmenu', menuAt)
    }
  }, [view])
}
