import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { must, npm } from './run.mjs'

/** @type {import('./step.mjs').Step} */
export const nodeModules = {
  name: 'npm packages',
  isDone: () =>
    installedMatches(readJson('package-lock.json'), readJson('node_modules/.package-lock.json')),
  run: async () => {
    const { command, args, options } = npm()
    await must(command, [...args, 'ci', '--no-audit', '--no-fund'], { cwd: root, ...options })
  },
}

/**
 * Is what npm installed (its own record, written when an installation is complete) what the lock
 * file asks for? Packages for other platforms may be absent.
 */
export function installedMatches(lock, installed) {
  if (!installed) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found
      ? found.version === wanted.version && found.integrity === wanted.integrity
      : wanted.optional === true
  })
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
