/** Before the first opening this much of the hatch shows, in minutes. */
const LEAD = 30

/** The current time is brought into view from this long before the lead. */
const EARLY = 60

/** Where the current time stands in a view that follows it: a little below the middle. */
const REST = 0.575

interface Day {
  /** Minutes past midnight: the first opening or booking, and the current time on this day. */
  readonly opening: number
  readonly now: number | null
  /** How many minutes fit into the view. */
  readonly shown: number
}

/** The minute a day begins to show at: just before it opens, or around now once that is further down. */
export const firstMinute = ({ opening, now, shown }: Day): number => {
  const top = opening - LEAD
  if (now === null || now < top - EARLY) return Math.max(0, top)
  if (now > top + shown - LEAD) return now - shown * REST
  return Math.max(0, Math.min(top, now - LEAD / 2))
}
