import { setFlagsFromString, getHeapStatistics } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { readCorpus } from './corpus.ts'
import { fuzzTargets, type FuzzTargetName } from './fuzz-cases.ts'

/** What a worker is given: the cases [from, to) of a seed, and where to note which one is under way. */
export interface FuzzOrder {
  readonly name: FuzzTargetName
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly current: Int32Array
}

/** What it tells: a problem as it is met, and at the end how its memory fared. */
export type FuzzNews =
  | { readonly type: 'problem'; readonly index: number; readonly problem: string }
  | { readonly type: 'done'; readonly slowestMs: number; readonly grownBytes: number }

const SLOW = 1_000
/** Caches fill first: memory is compared from here on. */
const WARM = 0.2

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const used = (): number => {
  collect()
  return getHeapStatistics().used_heap_size
}

const order: FuzzOrder = workerData
const corpus = readCorpus()
const tell = (news: FuzzNews): void => parentPort?.postMessage(news, [])
const warmAt = order.from + Math.floor((order.to - order.from) * WARM)
let before = used()
let slowestMs = 0

for (let index = order.from; index < order.to; index += 1) {
  Atomics.store(order.current, 0, index)
  if (index === warmAt) before = used()
  // Of this thread alone: others on the machine make no case slow.
  const start = process.threadCpuUsage()
  try {
    const problem = await fuzzTargets[order.name].run(corpus, order.seed, index)
    if (problem !== null) tell({ type: 'problem', index, problem })
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tell({ type: 'problem', index, problem })
  }
  const { user, system } = process.threadCpuUsage(start)
  const ms = Math.round((user + system) / 1000)
  slowestMs = Math.max(slowestMs, ms)
  if (ms > SLOW) tell({ type: 'problem', index, problem: `took ${ms} ms` })
}
tell({ type: 'done', slowestMs, grownBytes: used() - before })
