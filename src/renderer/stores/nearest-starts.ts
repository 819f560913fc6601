import { HOUR, type Instant } from '../../domain/interval.ts'

/**
 * The `count` free starts nearest to the wanted one, in order of time. They are an hour apart or
 * more: three starts within half an hour would be one offer made three times.
 */
export const nearestStarts = (
  free: readonly Instant[],
  wanted: Instant,
  count = 3,
): readonly Instant[] => {
  const chosen: Instant[] = []
  for (const start of free.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))) {
    if (chosen.length === count) break
    if (chosen.every((other) => Math.abs(other - start) >= HOUR)) chosen.push(start)
  }
  return chosen.toSorted((a, b) => a - b)
}
