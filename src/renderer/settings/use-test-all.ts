import { useEffect, useRef, useState } from 'react'
import type { CalendarView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'

/** Tests every calendar, one after the other; each outcome shows at its calendar. */
export const useTestAll = (
  calendars: readonly CalendarView[],
): { readonly at: number | null; readonly run: () => void } => {
  const [at, setAt] = useState<number | null>(null)
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  const testAll = async (): Promise<void> => {
    for (const [index, { id }] of calendars.entries()) {
      if (!isShown.current) return
      setAt(index + 1)
      await ask('calendars.test', { id })
    }
    setAt(null)
  }
  return { at, run: () => void testAll() }
}
