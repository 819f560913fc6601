/** How often a window that crashed within a minute is loaded again before a person is asked. */
const limit = 3
const period = 60_000

/** Tells of each crash, by when it was (ms), whether it is one too many. */
export const countCrashes = (): ((at: number) => boolean) => {
  let crashes: number[] = []
  return (at) => {
    crashes = [...crashes.filter((before) => before > at - period), at]
    return crashes.length > limit
  }
}
