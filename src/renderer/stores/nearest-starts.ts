import { HOUR, type Instant } from '../../domain/interval.ts'

/** How many starts are offered. */
const COUNT = 3

/**
 * The free starts nearest to the wanted one, in order of time. They are an hour apart or more: three
 * starts within half an hour would be one offer made three times. So they are from `own`, the start a
 * booking has that is to move: it is free only because it is its own.
 */
export const nearestStarts = (
  free: readonly Instant[],
  wanted: Instant,
  own: Instant | null = null,
): readonly Instant[] => {
  const chosen: Instant[] = []
  const apart = (start: Instant): boolean =>
    [...chosen, ...(own === null ? [] : [own])].every((other) => Math.abs(other - start) >= HOUR)
  for (const start of free.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))) {
    if (chosen.length === COUNT) break
    if (apart(start)) chosen.push(start)
  }
  return chosen.toSorted((a, b) => a - b)
}
