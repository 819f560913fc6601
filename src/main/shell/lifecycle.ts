import { app } from 'electron'
import type { Log } from './log.ts'

/**
 * Ends the program only after `finish` has closed everything, whether a person quits or the system
 * sends SIGTERM. A signal does not ask the window: the machine may be going down.
 */
export const finishBeforeExit = (finish: () => Promise<void>, log: Log): void => {
  let finishing: Promise<void> | null = null
  const exit = (): void => {
    finishing ??= finish()
      .catch((error: unknown) => log.error('Closing did not go to the end', error))
      .then(() => app.exit(0))
  }
  app.on('will-quit', (event) => {
    event.preventDefault()
    exit()
  })
  process.on('SIGTERM', exit)
  process.on('SIGINT', exit)
}

/** A bug anywhere in main: to the log, and said in plain words. */
export const catchBugs = (log: Log, tell: () => void): void => {
  const report = (error: unknown): void => {
    log.error('A mistake in the program', error)
    tell()
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
