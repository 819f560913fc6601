import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

/** What some work cost this process. Times in ms, memory in MB (2^20 bytes). */
export interface Cost {
  readonly wall: number
  readonly cpu: number
  /** Event-loop delay while it went on; the probe itself ticks every millisecond. */
  readonly delayP99: number
  readonly delayMax: number
  /** The largest the process has been so far, and what it was before the work. */
  readonly peak: number
  readonly before: number
}

const MB = 2 ** 20

export const measured = async <T>(work: () => Promise<T>): Promise<{ value: T; cost: Cost }> => {
  const before = process.memoryUsage.rss() / MB
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  // A loop that never came free is noticed only at its next turn.
  await wait(3)
  delay.disable()
  return {
    value,
    cost: {
      wall,
      cpu: (user + system) / 1000,
      delayP99: delay.percentile(99) / 1e6,
      delayMax: delay.max / 1e6,
      peak: process.resourceUsage().maxRSS / 1024,
      before,
    },
  }
}

export const wallOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN

/** The middle one of five runs: what is short varies. */
export const medianWall = async (work: () => Promise<unknown>): Promise<number> => {
  const walls: number[] = []
  for (let run = 0; run < 5; run++) walls.push(await wallOf(work))
  return percentile(walls, 0.5)
}
