import { captureTool, interactTool } from './setup/project-node.mjs'
import { startVirtualDisplay } from './setup/display.mjs'
import { setUp } from './setup/setup.mjs'
import { main, seconds } from './setup/step.mjs'

/** What looks at the source only: fast, and independent of each other. */
const checks = [
  { name: 'format', tool: 'prettier', args: ['--check', '.'] },
  { name: 'types', tool: 'typescript', args: ['--noEmit'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
]

await main(async () => {
  const started = Date.now()
  const env = await setUp({ purposes: ['display', 'servers'] })
  const failed = (await Promise.all(checks.map((check) => runCheck(check, env)))).filter(Boolean)

  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const code = await interactTool('vitest', ['run', ...process.argv.slice(2)], {
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

/** Answers the name of a check that failed, after showing what it said. */
async function runCheck({ name, tool, args }, env) {
  const started = Date.now()
  const { code, output } = await captureTool(tool, args, env)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(started)})`)
  if (code === 0) return null
  console.log(output)
  return name
}
