import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project root, absolute. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * Where downloads that outlive a checkout are kept (XDG Base Directory specification).
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
export function cacheFolder(env = process.env, home = homedir()) {
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'linework')
}
