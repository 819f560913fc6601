import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeModules } from '../../scripts/setup/node-modules.mjs'
import { root } from '../../scripts/setup/paths.mjs'
import { interactTool, toolEnvironment } from '../../scripts/setup/project-node.mjs'
import { interact } from '../../scripts/setup/run.mjs'
import { main, runSteps } from '../../scripts/setup/step.mjs'

const usage = `npm run soak -- [--histories 100000] [--fuzz 50000] [--seed N]

Random histories of the sync engine, then mutated calendars and answers. Naming one part runs that
part alone. Histories run in rounds, each with a seed of its own that its result names.`

const fuzzScript = join(root, 'test/soak/fuzz.ts')

/** As many as fit well within the test's own time limit. */
const round = 2_000

await main(async () => {
  const wanted = readArguments()
  if (!wanted) {
    console.error(usage)
    return 2
  }
  await runSteps([nodeModules])
  for (let done = 0; done < wanted.histories; done += round) {
    const code = await interactTool('vitest', ['run', '--project', 'unit', 'test/sync/histories'], {
      ...process.env,
      LINEWORK_HISTORIES: String(Math.min(round, wanted.histories - done)),
      LINEWORK_SEED: String(wanted.seed + done),
    })
    if (code !== 0) return code
  }
  if (wanted.fuzz === 0) return 0
  const options = ['--cases', String(wanted.fuzz), '--seed', String(wanted.seed)]
  return interact('node', [fuzzScript, ...options], { env: toolEnvironment() })
})

function readArguments() {
  const option = { type: 'string' }
  const { values } = parseArgs({ options: { histories: option, fuzz: option, seed: option } })
  const all = values.histories === undefined && values.fuzz === undefined
  const histories = Number(values.histories ?? (all ? 100_000 : 0))
  const fuzz = Number(values.fuzz ?? (all ? 50_000 : 0))
  const seed = Number(values.seed ?? Date.now() % 2 ** 30)
  return [histories, fuzz, seed].every(Number.isInteger) ? { histories, fuzz, seed } : null
}
