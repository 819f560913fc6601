import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { FuzzTargetName } from './fuzz-cases.ts'
import type { FuzzNews, FuzzOrder } from './fuzz-worker.ts'
import { newSeed } from './random.ts'

interface FuzzReport {
  readonly target: FuzzTargetName
  readonly seed: number
  readonly cases: number
  slowestMs: number
  /** Heap after collection, from the first fifth of the cases to the last. */
  grownMb: number
  seconds: number
  readonly problems: string[]
}

/** ms of wall clock: long enough for a slow case to end on a busy machine and say how slow it was. */
const HANGS = 60_000
const ENOUGH_PROBLEMS = 50
/** A cache may still fill; fifty thousand cases that each leave something behind are more. */
const GROWTH_MB = 20

/** Tries `cases` of one kind in a worker, so that one that never ends can be ended. */
const fuzz = async (target: FuzzTargetName, cases: number, seed: number): Promise<FuzzReport> => {
  const started = Date.now()
  const report: FuzzReport = {
    target,
    seed,
    cases,
    slowestMs: 0,
    grownMb: 0,
    seconds: 0,
    problems: [],
  }
  let from = 0
  while (from < cases && report.problems.length < ENOUGH_PROBLEMS)
    from = await fuzzFrom(report, from)
  if (report.grownMb > GROWTH_MB) report.problems.push(`grew by ${report.grownMb} MB`)
  report.seconds = Math.round((Date.now() - started) / 1000)
  return report
}

/** Answers the case to go on with: past the end, or past one that had to be ended. */
const fuzzFrom = async (report: FuzzReport, from: number): Promise<number> => {
  const current = new Int32Array(new SharedArrayBuffer(4))
  const { target: name, seed, cases: to } = report
  const workerData: FuzzOrder = { name, seed, from, to, current }
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), { workerData })
  let last = -1
  const watch = setInterval(() => {
    const now = Atomics.load(current, 0)
    if (now === last) void worker.terminate()
    last = now
  }, HANGS)
  let next = to
  worker.on('message', (news: FuzzNews) => {
    if (news.type === 'problem') report.problems.push(`case ${news.index}: ${news.problem}`)
    else {
      report.slowestMs = Math.max(report.slowestMs, news.slowestMs)
      report.grownMb = Math.max(report.grownMb, Math.round(news.grownBytes / 2 ** 20))
    }
    if (report.problems.length >= ENOUGH_PROBLEMS) void worker.terminate()
  })
  const [code] = await once(worker, 'exit')
  clearInterval(watch)
  if (code !== 0 && report.problems.length < ENOUGH_PROBLEMS) {
    next = Atomics.load(current, 0) + 1
    report.problems.push(`case ${next - 1}: did not end in ${HANGS / 1000} s`)
  }
  return next
}

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '50000' }, seed: { type: 'string' } },
})
const targets: readonly FuzzTargetName[] = ['multistatus', 'calendars']
const cases = Number(values.cases)
const seed = values.seed === undefined ? newSeed() : Number(values.seed)
if (!Number.isInteger(cases) || !Number.isInteger(seed)) {
  console.error('npm run soak -- [--fuzz 50000] [--seed N]')
  process.exitCode = 2
} else
  for (const target of targets) {
    console.error(`${cases} mutated ${target}, --seed ${seed}`)
    const report = await fuzz(target, cases, seed)
    console.log(JSON.stringify(report, null, 2))
    if (report.problems.length > 0) process.exitCode = 1
  }
