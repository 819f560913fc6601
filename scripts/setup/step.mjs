import { SetupError } from './run.mjs'

/**
 * A set-up step is a question and an answer: `isDone` looks (fast, changes nothing), `run` does it.
 * @typedef {{ name: string, isDone: () => boolean | Promise<boolean>, run: () => Promise<void> }} Step
 */

/**
 * Does the steps that are not done yet, in order, with one line each.
 * @param {Step[]} steps
 * @param {(line: string) => void} say
 */
export async function runSteps(steps, say = console.log) {
  for (const step of steps) {
    if (await step.isDone()) continue
    say(`· ${step.name} …`)
    const started = Date.now()
    await step.run()
    say(`✓ ${step.name} (${seconds(started)})`)
  }
}

/** Time since `started` (ms since the epoch), for a person. */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}

/** Runs a script's body: what a person can put right is printed plainly, a bug keeps its stack. */
export async function main(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(`\n✗ ${error.message}`)
    process.exitCode = 1
  }
}
