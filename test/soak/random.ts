/** Random choices that a seed repeats. */
export interface Random {
  /** [0, 1) */
  readonly fraction: () => number
  /** A whole number of [0, limit). */
  readonly below: (limit: number) => number
  readonly chance: (probability: number) => boolean
  /** Throws for an empty list: what is asked for has to exist. */
  readonly pick: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32, a public-domain generator: small, quick, and good enough to pick test cases. */
export const createRandom = (seed: number): Random => {
  let state = seed | 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const picked = items[below(items.length)]
      if (picked === undefined) throw new Error('There is nothing to pick from')
      return picked
    },
  }
}

/** A source of its own for something that runs beside others, so that their order does not matter. */
export const fork = (random: Random): Random => createRandom(random.below(2 ** 31))

/** A seed for a run that was given none; it is printed, so that the run can be repeated. */
export const newSeed = (): number => Date.now() % 2 ** 31
