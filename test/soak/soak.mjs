import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeModules } from '../../scripts/setup/node-modules.mjs'
import { root } from '../../scripts/setup/paths.mjs'
import { interactTool, toolEnvironment } from '../../scripts/setup/project-node.mjs'
import { interact } from '../../scripts/setup/run.mjs'
import { main, runSteps } from '../../scripts/setup/step.mjs'

const usage = `npm run soak -- [--histories 100000] [--fuzz 50000] [--seed N] [--jobs N]

Random histories of the sync engine, then mutated calendars and answers. Naming one part runs that
part alone. Histories run in rounds, each with a seed of its own that its result names, as many
rounds at once as there are jobs: one per processor if not said otherwise.`

const fuzzScript = join(root, 'test/soak/fuzz.ts')

/** As many as fit well within the test's own time limit. */
const longest = 2_000

await main(async () => {
  const wanted = readArguments()
  if (!wanted) {
    console.error(usage)
    return 2
  }
  await runSteps([nodeModules])
  const code = await runHistories(wanted)
  if (code !== 0) return code
  if (wanted.fuzz === 0) return 0
  const options = ['--cases', String(wanted.fuzz), '--seed', String(wanted.seed)]
  return interact('node', [fuzzScript, ...options], { env: toolEnvironment() })
})

/** The rounds, `jobs` at once; after one that failed no other begins. */
async function runHistories({ histories, seed, jobs }) {
  const round = Math.min(longest, Math.ceil(histories / jobs))
  let begun = 0
  let failed = 0
  const started = Date.now()
  const work = async () => {
    while (begun < histories && failed === 0) {
      const first = begun
      begun += round
      const code = await interactTool(
        'vitest',
        ['run', '--project', 'unit', 'test/sync/histories'],
        {
          ...process.env,
          LINEWORK_HISTORIES: String(Math.min(round, histories - first)),
          LINEWORK_SEED: String(seed + first),
        },
      )
      failed ||= code
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  const seconds = (Date.now() - started) / 1000
  if (histories > 0 && failed === 0)
    console.error(
      `${histories} histories from seed ${seed} in ${Math.round(seconds)} s, ${(histories / seconds).toFixed(1)} a second`,
    )
  return failed
}

function readArguments() {
  const option = { type: 'string' }
  const { values } = parseArgs({
    options: { histories: option, fuzz: option, seed: option, jobs: option },
  })
  const all = values.histories === undefined && values.fuzz === undefined
  const histories = Number(values.histories ?? (all ? 100_000 : 0))
  const fuzz = Number(values.fuzz ?? (all ? 50_000 : 0))
  const seed = Number(values.seed ?? Date.now() % 2 ** 30)
  const jobs = Number(values.jobs ?? availableParallelism())
  const sound = [histories, fuzz, seed, jobs].every(Number.isInteger) && jobs > 0
  return sound ? { histories, fuzz, seed, jobs } : null
}
