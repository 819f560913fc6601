import { buildStep } from './setup/build.mjs'
import { startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { captureTool, interactTool } from './setup/project-node.mjs'
import { SetupError } from './setup/run.mjs'
import { setUp } from './setup/setup.mjs'
import { main, runSteps, seconds } from './setup/step.mjs'
import { licenceReport } from './shipping/licences.mjs'
import { shippedPackages } from './shipping/shipped-packages.mjs'

/** What looks at the source only: fast, and independent of each other. */
const checks = [
  { name: 'format', tool: 'prettier', args: ['--check', '.'] },
  { name: 'types', tool: 'typescript', args: ['--noEmit'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
]

await main(async () => {
  const started = Date.now()
  const env = await setUp({ purposes: ['display', 'servers'], build: false })
  const failed = (await Promise.all(checks.map((check) => runCheck(check, env)))).filter(Boolean)
  const built = await build()
  if (!built) failed.push('build')
  else if (!licencesAreFine()) failed.push('licences')
  // Without a window to open, the rest is tested all the same.
  const names = ['unit', 'servers', ...(built ? ['e2e'] : [])]
  const projects = names.flatMap((name) => ['--project', name])

  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const code = await interactTool('vitest', ['run', ...projects, ...process.argv.slice(2)], {
      ...env,
      ...display?.env,
    })
    if (code !== 0) failed.push('tests')
  } finally {
    await display?.stop()
  }

  const verdict = failed.length === 0 ? '✓ everything passed' : `✗ failed: ${failed.join(', ')}`
  console.log(`${verdict} (${seconds(started)} in all)`)
  return failed.length === 0 ? 0 : 1
})

/** Answers whether the application builds, after showing what went wrong if not. */
async function build() {
  try {
    await runSteps([buildStep])
    return true
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.log(error.message)
    return false
  }
}

/** Answers whether all that is built in may be given to others, after naming what may not. */
function licencesAreFine() {
  const { forbidden } = licenceReport(shippedPackages(root))
  if (forbidden.length > 0) console.log(`These may not be shipped:\n${forbidden.join('\n')}`)
  return forbidden.length === 0
}

/** Answers the name of a check that failed, after showing what it said. */
async function runCheck({ name, tool, args }, env) {
  const started = Date.now()
  const { code, output } = await captureTool(tool, args, env)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(started)})`)
  if (code === 0) return null
  console.log(output)
  return name
}
