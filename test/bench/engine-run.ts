import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BenchSetup } from './engine-desk.ts'
import type { Cost } from './measure.ts'

/** What the engine's process is asked to do. */
export interface Command {
  readonly do: 'sync' | 'add-calendars' | 'book'
  readonly urls?: readonly string[]
  readonly count?: number
}

export interface Report extends Cost {
  readonly requests: number
  /** What the desk knows afterwards, in words; to see that the work was really done. */
  readonly state: { readonly objects: number; readonly waiting: number; readonly failure: string }
}

export interface EngineProcess {
  readonly run: (command: Command) => Promise<Report>
  readonly end: () => Promise<void>
}

/** Starts the engine's process; each command is answered with what it cost. */
export const startEngine = async (setup: BenchSetup): Promise<EngineProcess> => {
  const file = fileURLToPath(new URL('engine-process.ts', import.meta.url))
  const child = fork(file, [JSON.stringify(setup)])
  const ended = once(child, 'exit')
  const answer = async (): Promise<Report> => {
    const [message]: Report[] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`The engine's process ended with ${code}.`)
      }),
    ])
    if (!message) throw new Error('The engine’s process said nothing.')
    return message
  }
  await answer()
  return {
    async run(command) {
      const reply = answer()
      child.send(command)
      const report = await reply
      if (report.state.failure !== '') throw new Error(report.state.failure)
      return report
    },
    async end() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
