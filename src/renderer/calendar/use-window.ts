import { useLayoutEffect, useState, type RefObject } from 'react'
import { DAY_MINUTES, PX_PER_MINUTE, type Stretch } from './scale.ts'

/** The part of the grid that is drawn. */
export interface Window {
  /** Indices of the first and last column. */
  readonly first: number
  readonly last: number
  readonly hours: Stretch
  /** Columns have room for a name and a start; what a heavy day need not draw is left out. */
  readonly narrow: boolean
}

/** Up to this much everything is drawn: finding, reading aloud and tests see the whole day. */
const MOST_COLUMNS = 30
const MOST_CARDS = 250

export const isHeavy = (columns: number, cards: number): boolean =>
  columns > MOST_COLUMNS || cards > MOST_CARDS

/** The hours drawn change in steps, so that a scroll draws again only now and then. */
const STEP = 30
/** How much is drawn beyond the edges, in minutes. */
const MARGIN = 15

/** Below this a column shows starts only, as the styles have it; px. */
const NARROW = 112

export const everything = (columns: number): Window => ({
  first: 0,
  last: columns - 1,
  hours: { from: 0, to: DAY_MINUTES },
  narrow: false,
})

/** What of a grid shows between `left` and `right`, `top` and `bottom`, px of its columns. */
export const windowOf = (
  view: { left: number; right: number; top: number; bottom: number },
  columns: number,
  columnWidth: number,
): Window => ({
  first: Math.max(0, Math.floor(view.left / columnWidth)),
  last: Math.min(columns - 1, Math.ceil(view.right / columnWidth) - 1),
  hours: {
    from: Math.floor((view.top / PX_PER_MINUTE - MARGIN) / STEP) * STEP,
    to: Math.ceil((view.bottom / PX_PER_MINUTE + MARGIN) / STEP) * STEP,
  },
  narrow: columnWidth < NARROW,
})

const nothing: Window = { first: 0, last: -1, hours: { from: 0, to: 0 }, narrow: false }

const isSame = (a: Window, b: Window): boolean =>
  a.first === b.first &&
  a.last === b.last &&
  a.narrow === b.narrow &&
  a.hours.from === b.hours.from &&
  a.hours.to === b.hours.to

/** Follows what of a heavy grid is in view; a light one is drawn whole. */
export const useWindow = (
  view: RefObject<HTMLElement | null>,
  columns: number,
  heavy: boolean,
): Window => {
  const [shown, setShown] = useState(nothing)
  useLayoutEffect(() => {
    const element = view.current
    if (!element || !heavy) return undefined
    const measure = (): void => {
      const gutter = element.querySelector<HTMLElement>('[data-gutter]')
      const beside = gutter?.offsetWidth ?? 0
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element
      const next = windowOf(
        {
          left: scrollLeft,
          right: scrollLeft + clientWidth - beside,
          top: scrollTop,
          bottom: scrollTop + clientHeight - (gutter?.offsetTop ?? 0),
        },
        columns,
        (element.scrollWidth - beside) / columns,
      )
      setShown((before) => (isSame(before, next) ? before : next))
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [view, columns, heavy])
  return heavy ? shown : everything(columns)
}
