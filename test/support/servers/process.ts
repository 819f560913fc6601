import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface RunningServer {
  readonly port: number
  readonly stop: () => Promise<void>
}

export interface Program {
  readonly command: string
  /** The Debian package it comes in. */
  readonly package: string
  readonly environment?: Readonly<Record<string, string>>
  /** The arguments for a port and an empty folder for the data. */
  readonly arguments: (port: number, folder: string) => Promise<readonly string[]>
}

const PORTS = 3
const TRIES = 400
const BETWEEN_TRIES = 50

/**
 * Starts a server program on a free port of 127.0.0.1 and waits until it answers there. Throws with
 * the program's own words if it is missing or does not come up.
 */
export const startProgram = async (program: Program): Promise<RunningServer> => {
  // Between finding a free port and using it somebody else may take it.
  for (let left = PORTS; ; left -= 1) {
    try {
      return await startOnce(program)
    } catch (error) {
      if (left <= 1 || !String(error).includes('in use')) throw error
    }
  }
}

const startOnce = async (program: Program): Promise<RunningServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'linework-server-'))
  const port = await freePort()
  const child = spawn(program.command, await program.arguments(port, folder), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.environment },
    // A group of its own, so that the workers it forks can be stopped with it.
    detached: true,
  })
  const heard: string[] = []
  child.stdout.on('data', (chunk) => heard.push(String(chunk)))
  child.stderr.on('data', (chunk) => heard.push(String(chunk)))
  child.once('error', (error) => heard.push(String(error)))
  const killOnExit = (): void => kill(child)
  process.once('exit', killOnExit)
  const stop = async (): Promise<void> => {
    process.off('exit', killOnExit)
    const gone = hasEnded(child) ? null : once(child, 'exit')
    kill(child)
    await gone
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }

  for (let tries = 0; tries < TRIES && !hasEnded(child); tries += 1) {
    if (await answers(port)) return { port, stop }
    await wait(BETWEEN_TRIES)
  }
  if (child.pid !== undefined) await stop()
  throw new Error(
    `${program.command} (Debian package ${program.package}) did not start on port ${port}.\n` +
      heard.join(''),
  )
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null

const kill = (child: ChildProcess): void => {
  if (child.pid === undefined || hasEnded(child)) return
  process.kill(-child.pid, 'SIGKILL')
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const port = portOf(probe)
  probe.close()
  await once(probe, 'close')
  return port
}

/** The port a listening server has. */
export const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
