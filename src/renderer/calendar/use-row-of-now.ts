import { useLayoutEffect, useRef, type RefObject } from 'react'
import { ROW } from './use-rows-in-view.ts'

/** How much of the view lies above the line of the current time: what was just before it shows too. */
const ABOVE = 1 / 3

/**
 * Begins today's list at the time of now, once for each time it is shown. `line` is the row before
 * which now lies, null on another day and while nothing is there.
 */
export const useRowOfNow = (scroller: RefObject<HTMLElement | null>, line: number | null): void => {
  const done = useRef(false)
  useLayoutEffect(() => {
    const view = scroller.current
    if (line === null) done.current = false
    if (!view || line === null || done.current) return
    done.current = true
    view.scrollTo({ top: Math.max(0, line * ROW - view.clientHeight * ABOVE) })
  }, [scroller, line])
}
