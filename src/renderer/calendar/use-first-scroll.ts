import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { toPx } from './scale.ts'

interface Wish {
  /** The minute to show first, given how many fit, and what makes it happen again. */
  readonly firstMinute: (shown: number) => number
  readonly scrollKey: string
  /** Px of a minute. */
  readonly scale: number
}

/** Header and all-day row, which stay above the hours. */
const HEAD = 90

/** Begins where the day does, or at the time of now, and keeps the time at the top when the window is zoomed. */
export const useFirstScroll = (
  scroller: RefObject<HTMLElement | null>,
  { firstMinute, scrollKey, scale }: Wish,
): void => {
  const scrolled = useRef('')

  useLayoutEffect(() => {
    const view = scroller.current
    // What a person has scrolled to stays until another day or the time of now is asked for.
    if (!view || scrolled.current === scrollKey) return undefined
    const scroll = (): void => {
      if (view.clientHeight === 0 || scrolled.current === scrollKey) return
      scrolled.current = scrollKey
      view.scrollTo({ top: toPx(firstMinute((view.clientHeight - HEAD) / scale), scale) })
    }
    scroll()
    // In a narrow window it may be out of sight, and cannot scroll before it is seen.
    const seen = new ResizeObserver(scroll)
    seen.observe(view)
    return () => seen.disconnect()
  }, [scroller, scrollKey, firstMinute, scale])

  useEffect(() => {
    const view = scroller.current
    if (!view) return undefined
    let ratio = devicePixelRatio
    let top = view.scrollTop
    const note = (): void => {
      if (devicePixelRatio === ratio) top = view.scrollTop
    }
    // Chromium keeps the pixels of the screen, which are another time of the day.
    const zoomed = (): void => {
      if (devicePixelRatio === ratio) return
      ratio = devicePixelRatio
      view.scrollTo({ top })
    }
    view.addEventListener('scroll', note, { passive: true })
    addEventListener('resize', zoomed)
    return () => {
      view.removeEventListener('scroll', note)
      removeEventListener('resize', zoomed)
    }
  }, [scroller])
}
