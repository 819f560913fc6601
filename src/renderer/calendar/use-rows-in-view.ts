import { useEffect, useState, type RefObject } from 'react'

/** The height of a row, as the styles have it; px. */
export const ROW = 40

/** Up to this many rows all are drawn: finding, reading aloud and tests see the whole day. */
const MOST = 250
/** How many are drawn beyond the edges, and by how many the window moves on. */
const BEYOND = 15
const STEP = 5

export interface Rows {
  readonly first: number
  readonly last: number
}

/** What of `count` rows shows between `top` and `bottom`, px of all rows. */
export const rowsBetween = (top: number, bottom: number, count: number): Rows => ({
  first: Math.max(0, Math.floor(top / ROW / STEP) * STEP - BEYOND),
  last: Math.min(count - 1, Math.ceil(bottom / ROW / STEP) * STEP + BEYOND),
})

/** Which of so many rows need to be drawn; few are drawn all. */
export const useRowsInView = (scroller: RefObject<HTMLElement | null>, count: number): Rows => {
  const many = count > MOST
  const [shown, setShown] = useState<Rows>({ first: 0, last: MOST })
  useEffect(() => {
    const view = scroller.current
    if (!view || !many) return undefined
    const measure = (): void => {
      const { scrollTop, clientHeight } = view
      const next = rowsBetween(scrollTop, scrollTop + clientHeight, count)
      setShown((before) =>
        before.first === next.first && before.last === next.last ? before : next,
      )
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(view)
    view.addEventListener('scroll', measure, { passive: true })
    return () => {
      resized.disconnect()
      view.removeEventListener('scroll', measure)
    }
  }, [scroller, count, many])
  return many ? shown : { first: 0, last: count - 1 }
}
