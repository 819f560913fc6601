import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface RunningServer {
  readonly port: number
  /** Ends the program; its port and its data stay reserved for `plugIn`. */
  readonly unplug: () => Promise<void>
  readonly plugIn: () => Promise<void>
  /** Ends the program and removes its data. */
  readonly stop: () => Promise<void>
}

export interface Program {
  readonly command: string
  /** The Debian packages it needs. */
  readonly packages: string
  readonly environment?: Readonly<Record<string, string>>
  /** Prepares an empty folder and gives the arguments for it and a port. */
  readonly prepare: (port: number, folder: string) => Promise<readonly string[]>
}

const PORTS = 3
const TRIES = 400
const BETWEEN_TRIES = 50

/**
 * Starts a server program on a free port of 127.0.0.1 with its data in a temporary folder and waits
 * until it answers. Throws with the program's own words if it is missing or does not come up.
 */
export const startProgram = async (program: Program): Promise<RunningServer> => {
  // Between finding a free port and using it somebody else may take it.
  for (let left = PORTS; ; left -= 1) {
    try {
      return await startOnce(program)
    } catch (error) {
      if (left <= 1 || !/in use/i.test(String(error))) throw error
    }
  }
}

const startOnce = async (program: Program): Promise<RunningServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'linework-server-'))
  const clear = async (): Promise<void> =>
    rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const port = await freePort()
    const options = await program.prepare(port, folder).catch((cause: unknown) => {
      throw missing(program, cause)
    })
    let child = await launch(program, options, port)
    const unplug = async (): Promise<void> => end(child)
    return {
      port,
      unplug,
      plugIn: async () => {
        child = await launch(program, options, port)
      },
      stop: async () => {
        await unplug()
        await clear()
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}

const launch = async (
  program: Program,
  options: readonly string[],
  port: number,
): Promise<ChildProcess> => {
  const child = spawn(program.command, options, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.environment },
    // A group of its own, so that the workers it forks can be stopped with it.
    detached: true,
  })
  const heard: string[] = []
  child.stdout.on('data', (chunk) => heard.push(String(chunk)))
  child.stderr.on('data', (chunk) => heard.push(String(chunk)))
  const killOnExit = (): void => kill(child)
  process.once('exit', killOnExit)
  child.once('exit', () => process.off('exit', killOnExit))
  await once(child, 'spawn').catch((cause: unknown) => {
    throw missing(program, cause)
  })

  for (let tries = 0; tries < TRIES && !hasEnded(child); tries += 1) {
    if (await answers(port)) return child
    await wait(BETWEEN_TRIES)
  }
  await end(child)
  throw new Error(`${program.command} did not start on port ${port}.\n${heard.join('')}`)
}

const missing = ({ command, packages }: Program, cause: unknown): Error =>
  new Error(`${command} cannot be run (${String(cause)}). Are these packages there: ${packages}?`, {
    cause,
  })

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null

const kill = (child: ChildProcess): void => {
  if (child.pid !== undefined && !hasEnded(child)) process.kill(-child.pid, 'SIGKILL')
}

const end = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  kill(child)
  await gone
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
