import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and keeps what it printed. Never throws on a non-zero exit.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr as they came
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 127, stdout, output: output + error.message }))
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : code, stdout, output }))
  })
}

/**
 * Runs a command that has to succeed.
 * @returns {Promise<string>} its standard output
 * @throws {SetupError} with everything it printed
 */
export async function must(command, args, options = {}) {
  const { code, stdout, output } = await capture(command, args, options)
  if (code !== 0) {
    throw new SetupError(`${command} ${args.join(' ')} ended with ${code}\n${output.trim()}`)
  }
  return stdout
}

/**
 * Runs a command on this terminal and answers its exit code. This process outlives it, to clean up:
 * Ctrl-C reaches both and only the command heeds it, other signals are handed on.
 */
export function interact(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const signals = {
    SIGINT: () => {},
    SIGTERM: () => child.kill('SIGTERM'),
    SIGHUP: () => child.kill('SIGHUP'),
  }
  for (const [signal, heed] of Object.entries(signals)) process.on(signal, heed)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const [name, heed] of Object.entries(signals)) process.off(name, heed)
      resolve(signal ? 1 : code)
    })
  })
}

/** npm as it runs this script, or the one in PATH: `[command, first arguments, spawn options]`. */
export function npm(env = process.env, platform = process.platform) {
  return env.npm_execpath?.endsWith('.js')
    ? { command: process.execPath, args: [env.npm_execpath], options: {} }
    : { command: 'npm', args: [], options: { shell: platform === 'win32' } }
}

/** Something a person has to put right; shown without a stack. */
export class SetupError extends Error {}
