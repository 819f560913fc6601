import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { SetupError } from './run.mjs'

/** Does this machine show windows? Only Linux has machines that do not. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * A virtual display. It is in a process group of its own so that Ctrl-C in a terminal does not take
 * it away from a window that is still closing its database.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<unknown> }>} `env` says where it is
 */
export async function startVirtualDisplay() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  )
  const number = await new Promise((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (text) => (said += text))
    server.stdio[3].once('data', (line) => resolve(String(line).trim()))
    server.once('error', () => reject(new SetupError('Xvfb is missing; please install it.')))
    server.once('exit', () => reject(new SetupError(`Xvfb did not start.\n${said.trim()}`)))
  })
  const stop = () => {
    server.kill('SIGTERM')
    return once(server, 'exit')
  }
  return { env: { DISPLAY: `:${number}` }, stop }
}
