import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const patienceMs = 15_000

/**
 * Runs the built application until it ends. Ctrl-C and kill are handed to it as SIGTERM, and waited
 * for, so that it closes its database; only then does this promise resolve. One that does not end in
 * time is killed. (A second signal changes nothing: npm hands on the Ctrl-C that arrived here already.)
 * @param {string[]} args for the application
 * @param {NodeJS.ProcessEnv} env with LINEWORK_ELECTRON
 * @returns {Promise<number>} exit code
 */
export function startApplication(args, env) {
  const windows = process.platform === 'win32'
  const child = spawn(env.LINEWORK_ELECTRON, electronArguments(args), {
    cwd: root,
    env,
    stdio: 'inherit',
    // Out of the terminal's process group: Ctrl-C there reaches the launcher alone.
    detached: !windows,
  })
  const kill = () => (windows ? child.kill() : process.kill(-child.pid, 'SIGKILL'))
  let patience
  const end = () => {
    if (patience) return
    child.kill('SIGTERM')
    patience = setTimeout(kill, patienceMs)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, end)

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(patience)
      for (const signal of signals) process.off(signal, end)
      resolve(code ?? (patience ? 0 : 1))
    })
  })
}

/** What Electron is started with; Chromium's sandbox does not run as root. */
export function electronArguments(args, uid = process.getuid?.()) {
  return ['.', ...(uid === 0 ? ['--no-sandbox'] : []), ...args]
}
