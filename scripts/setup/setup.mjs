import { buildStep } from './build.mjs'
import { chooseRuntime, standInNotice } from './electron.mjs'
import { nodeModules } from './node-modules.mjs'
import { runSteps, seconds } from './step.mjs'
import { systemPackagesStep } from './system-packages.mjs'

/**
 * Everything between a fresh clone and a built application; what is done already is not repeated.
 * @param {object} wanted
 * @param {('display' | 'servers')[]} wanted.purposes what system packages are needed beside Electron's own
 * @param {boolean} [wanted.build]
 * @returns {Promise<NodeJS.ProcessEnv>} the environment for the application, tools and tests
 */
export async function setUp({ purposes, build = true }) {
  const started = Date.now()
  await runSteps([nodeModules])
  const runtime = await chooseRuntime()
  const ofRuntime = runtime.kind === 'stand-in' ? ['runtime', 'standIn'] : ['runtime']
  await runSteps([
    systemPackagesStep([...ofRuntime, ...purposes]),
    ...runtime.steps,
    ...(build ? [buildStep] : []),
  ])
  console.log(`Set-up ready after ${seconds(started)}.`)
  if (runtime.kind === 'stand-in') console.log(`\n${standInNotice}\n`)
  return { ...process.env, ...runtime.env() }
}
