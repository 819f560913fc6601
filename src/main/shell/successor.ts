import { spawn } from 'node:child_process'
import type { App } from 'electron'
import type { Log } from './log.ts'

/** What this start was given, without links: they were followed already. */
const switches = (): string[] => process.argv.slice(1).filter((text) => !/^linework:/i.test(text))

/**
 * Starts what takes this program's place, once its database is closed: an installer, or the
 * AppImage itself, which may be newer, with the same switches. It outlives this process.
 */
export const startSuccessor = (
  app: App,
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  log: Log,
): void => {
  app.releaseSingleInstanceLock()
  log.info('Another start takes over')
  const given = command === process.env['APPIMAGE'] ? switches() : []
  const child = spawn(command, [...args, ...given], { detached: true, stdio: 'ignore' })
  child.on('error', (error) => log.error('It could not be started', error))
  child.unref()
}
