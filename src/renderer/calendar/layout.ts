import type { Stretch } from './scale.ts'

/** Where a card stands across its column: both as parts of the column's width. */
export interface Place {
  readonly left: number
  readonly width: number
  /** Later ones lie above earlier ones. */
  readonly depth: number
}

/** Each level of the cascade begins at 38 % of what the level before has left. */
const STEP = 0.38

const leftAt = (depth: number): number => 1 - (1 - STEP) ** depth

/**
 * Overlapping cards cascade: the first keeps its full width, one that begins later lies on top from
 * 38 % on; cards with the same start share their level's width evenly. Places are in the order of
 * the input.
 */
export const cascade = (cards: readonly Stretch[]): Place[] => {
  const places: Place[] = cards.map(() => ({ left: 0, width: 1, depth: 0 }))
  const order = cards
    .map((card, index) => ({ ...card, index }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to || a.index - b.index)
  const levels: number[] = []

  for (let at = 0; at < order.length;) {
    const from = order[at]?.from ?? 0
    const group = order.slice(at).filter((card) => card.from === from)
    const free = levels.findIndex((end) => end <= from)
    const depth = free < 0 ? levels.length : free
    levels[depth] = Math.max(...group.map(({ to }) => to))
    const left = leftAt(depth)
    const width = (1 - left) / group.length
    for (const [nth, { index }] of group.entries())
      places[index] = { left: left + nth * width, width, depth }
    at += group.length
  }
  return places
}

/** How many whole lines of description fit below name and time on a card of `height` px. */
export const descriptionLines = (height: number, footer: boolean): number =>
  Math.max(0, Math.floor((height - 44 - (footer ? 24 : 0)) / 16))
