import { useEffect, useState } from 'react'

/** Counts the milliseconds under `field` of the newest `state` down to 0, in steps of a second. */
export const useRemaining = <Field extends string>(
  state: Readonly<Record<Field, number | null>> | undefined,
  field: Field,
): number => {
  const [left, setLeft] = useState(state?.[field] ?? 0)
  useEffect(() => {
    const ms = state?.[field] ?? 0
    const end = performance.now() + ms
    const step = (): void => setLeft(Math.max(0, end - performance.now()))
    step()
    if (ms === 0) return undefined
    const timer = setInterval(step, 1_000)
    return () => clearInterval(timer)
  }, [state, field])
  return left
}

/** `0:07`, `15:00`. */
export const formatRemaining = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
