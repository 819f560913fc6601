import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { mustNode } from './project-node.mjs'
import { SetupError } from './run.mjs'
import { sqliteAddonPath, sqliteAddonStep } from './sqlite-addon.mjs'
import { standInFolder, standInPath, standInStep } from './stand-in.mjs'

const electronPackage = join(root, 'node_modules', 'electron')
const probeMs = 4000

/**
 * Which Electron runs here: the one named by ELECTRON_EXEC_PATH, the official binary, or on linux-x64
 * machines that cannot reach its download the stand-in.
 * @typedef {object} Runtime
 * @property {'given' | 'official' | 'stand-in'} kind
 * @property {import('./step.mjs').Step[]} steps what makes it ready
 * @property {() => NodeJS.ProcessEnv} env what the application and the tests need to know about it
 */

/** @returns {Promise<Runtime>} */
export async function chooseRuntime(env = process.env) {
  if (env.ELECTRON_EXEC_PATH) return givenRuntime(env.ELECTRON_EXEC_PATH)
  if (officialIsInstalled()) return officialRuntime
  const standInPossible = process.platform === 'linux' && process.arch === 'x64'
  if (standInPossible && existsSync(standInPath)) return standInRuntime
  if (standInPossible && !(await canReach(downloadAddress(env)))) return standInRuntime
  return officialRuntime
}

/** Said before every start of it. */
export const standInNotice =
  'This is the stand-in Electron, for development and tests only: it is out of support and its publisher\n' +
  `is not verified. To try the official one again, delete ${standInFolder}.`

function givenRuntime(path) {
  if (!existsSync(path)) throw new SetupError(`ELECTRON_EXEC_PATH: there is no ${path}.`)
  return { kind: 'given', steps: [], env: () => electronAt(path) }
}

/** @type {Runtime} */
const officialRuntime = {
  kind: 'official',
  steps: [
    {
      name: 'Electron',
      isDone: officialIsInstalled,
      run: installOfficial,
    },
  ],
  env: () => electronAt(join(electronPackage, 'dist', readText('path.txt'))),
}

/** @type {Runtime} */
const standInRuntime = {
  kind: 'stand-in',
  steps: [standInStep, sqliteAddonStep],
  env: () => ({
    ...electronAt(standInPath),
    LINEWORK_STAND_IN: '1',
    LINEWORK_SQLITE_BINDING: sqliteAddonPath(),
  }),
}

/** The package's own download, with its checksums. */
async function installOfficial() {
  try {
    await mustNode([join(electronPackage, 'install.js')])
  } catch (error) {
    throw new SetupError(
      `Electron could not be downloaded. Check the connection, or set ELECTRON_MIRROR to a mirror or ELECTRON_EXEC_PATH to an Electron on this machine.\n\n${error.message}`,
    )
  }
}

function electronAt(path) {
  return { LINEWORK_ELECTRON: path, ELECTRON_EXEC_PATH: path }
}

function officialIsInstalled() {
  const version = readText('dist/version').replace(/^v/, '')
  return version !== '' && version === JSON.parse(readText('package.json')).version
}

function readText(file) {
  const path = join(electronPackage, file)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}

function downloadAddress(env) {
  const mirror = env.ELECTRON_MIRROR || env.npm_config_electron_mirror
  const { version } = JSON.parse(readText('package.json'))
  return (
    mirror || `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  )
}

/** Does anything answer there within a few seconds? Redirects are followed: the files are elsewhere. */
async function canReach(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) })
    return true
  } catch {
    return false
  }
}
