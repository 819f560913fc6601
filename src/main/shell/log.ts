import { join } from 'node:path'
// Not `electron-log/main`: that one listens to the window over a channel of its own.
import electronLog from 'electron-log/node.js'
import { redact } from './redact.ts'

/** The program's own diary: no passwords, no client's words. `details` are redacted. */
export interface Log {
  info(message: string, details?: unknown): void
  warn(message: string, details?: unknown): void
  error(message: string, details?: unknown): void
}

/** Writes to `linework.log` in `folder`; at `limit` bytes the file becomes `linework.old.log`. */
export const openLog = (folder: string, toConsole: boolean, limit = 5 * 1024 ** 2): Log => {
  const logger = electronLog.create({ logId: 'linework' })
  const { file, console } = logger.transports
  file.resolvePathFn = () => join(folder, 'linework.log')
  file.maxSize = limit
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  console.level = toConsole ? 'warn' : false
  logger.hooks.push((message) => ({ ...message, data: message.data.map(redact) }))
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, details?: unknown): void =>
      logger[level](message, ...(details === undefined ? [] : [details]))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
