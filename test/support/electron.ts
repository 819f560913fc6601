import { resolve } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { _electron } from 'playwright-core'

const projectRoot = resolve(import.meta.dirname, '../..')

export interface RunningLinework {
  app: ElectronApplication
  window: Page
  /** Quits as a person would and waits until the process has ended. */
  close: () => Promise<void>
}

/**
 * Starts the built application in the Electron named by LINEWORK_ELECTRON (`npm test` sets it) and
 * waits for its first window. `userData` is the folder of this run's database and settings; the same
 * folder again is a restart. `args` and `env` are added to what the launcher passes.
 */
export async function launchLinework({
  userData,
  args = [],
  env = {},
}: {
  userData: string
  args?: string[]
  env?: Record<string, string>
}): Promise<RunningLinework> {
  const executablePath = process.env['LINEWORK_ELECTRON']
  if (!executablePath) throw new Error('LINEWORK_ELECTRON is not set: run the tests by `npm test`')
  const app = await _electron.launch({
    executablePath,
    args: [...electronArguments(userData), ...args],
    cwd: projectRoot,
    env: { ...definedEnvironment(), ...env },
  })
  const window = await app.firstWindow()
  return { app, window, close: () => app.close() }
}

/** What the launcher passes; as root Chromium's sandbox cannot start. */
export function electronArguments(userData: string): string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [projectRoot, ...sandbox, `--user-data-dir=${userData}`]
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
