import { createInterface } from 'node:readline/promises'
import { installedPackages, missingPackages } from './package-list.mjs'
import { capture, interact, must, SetupError } from './run.mjs'

/**
 * Debian's and Ubuntu's packages for some purposes. On a terminal it asks first; without one it
 * installs if it may (root, or sudo without a password) and otherwise says what to type. Other
 * systems are left alone: there the program that is missing says so itself.
 * @param {Parameters<typeof missingPackages>[0]} purposes
 * @returns {import('./step.mjs').Step}
 */
export function systemPackagesStep(purposes) {
  return {
    name: 'system packages',
    isDone: async () => (await findMissing(purposes)).length === 0,
    run: async () => install(await findMissing(purposes)),
  }
}

async function findMissing(purposes) {
  if (process.platform !== 'linux') return []
  const query = await capture('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n'])
  return query.code === 0 ? missingPackages(purposes, installedPackages(query.stdout)) : []
}

async function install(missing) {
  const isRoot = process.getuid() === 0
  const asRoot = isRoot ? [] : ['sudo']
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const command = commandToType(asRoot, await resolveNames(missing))
    if (!(await agrees(command))) throw new SetupError(`Then please install them: ${command}`)
    await runApt(asRoot, missing, interactively)
  } else if (isRoot || (await capture('sudo', ['-n', 'true'])).code === 0) {
    await runApt(isRoot ? [] : ['sudo', '-n'], missing, must)
  } else {
    const command = commandToType(asRoot, await resolveNames(missing))
    throw new SetupError(`System packages are missing. Please type:\n\n  ${command}\n`)
  }
}

async function runApt(asRoot, missing, run) {
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args]
    return run(command, rest)
  }
  await apt('apt-get', 'update', '-q')
  const names = await resolveNames(missing)
  console.log(`  ${names.join(' ')}`)
  await apt('apt-get', 'install', '-q', '-y', '--no-install-recommends', ...names)
}

async function interactively(command, args) {
  const code = await interact(command, args)
  if (code !== 0) throw new SetupError(`${command} ${args.join(' ')} ended with ${code}`)
}

/** Of alternative names the first this release has; the last where its lists are not there yet. */
function resolveNames(missing) {
  return Promise.all(
    missing.map(async (names) => {
      for (const name of names.slice(0, -1)) {
        if ((await capture('apt-cache', ['show', '--quiet=2', name])).code === 0) return name
      }
      return names.at(-1)
    }),
  )
}

function commandToType(asRoot, names) {
  const sudo = asRoot.length > 0 ? 'sudo ' : ''
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${names.join(' ')}`
}

async function agrees(command) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(
    `System packages are missing:\n\n  ${command}\n\nRun it? [Y/n] `,
  )
  terminal.close()
  return !/^n/i.test(answer.trim())
}
