import { app, dialog } from 'electron'
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

/** A bug anywhere in main: to the log, and one dialog that says so in plain words. */
export const catchBugs = (log: Log, logFolder: string): void => {
  let asking = false
  const ask = async (): Promise<void> => {
    asking = true
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Linework',
      message: 'Something went wrong inside Linework.',
      detail: `What was entered is saved. It is best to restart now. The log file in ${logFolder} says what happened.`,
      buttons: ['Restart', 'Go on'],
      defaultId: 0,
      cancelId: 1,
    })
    asking = false
    if (response !== 0) return
    app.relaunch()
    app.quit()
  }
  const report = (error: unknown): void => {
    log.error('A mistake in the program', error)
    if (!asking && app.isReady()) void ask()
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
