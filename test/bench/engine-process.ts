import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { benchDesk } from './engine-desk.ts'
import { measured } from './measure.ts'
import type { Command, Report } from './engine-run.ts'

/**
 * The engine in a process of its own, as in the app's main process: nothing else there moves its
 * event loop or its memory. Does one piece of work per message and reports what it cost.
 */
const folder = mkdtempSync(join(tmpdir(), 'linework-bench-'))
const setup = process.argv[2]
if (setup === undefined || !process.send) throw new Error('Run test/bench/sync.ts instead.')
const desk = benchDesk(folder, JSON.parse(setup))
await wait(500)

const work: Record<Command['do'], (command: Command) => Promise<void> | void> = {
  sync: () => desk.sync(),
  'add-calendars': ({ urls = [] }) => desk.addCalendars(urls),
  book: ({ count = 0 }) => desk.book(count),
}

process.on('message', (command: Command) => {
  void (async () => {
    const requests = desk.requests()
    const { cost } = await measured(async () => work[command.do](command))
    const report: Report = { ...cost, requests: desk.requests() - requests, state: desk.state() }
    process.send?.(report)
  })()
})
process.once('disconnect', () => {
  void desk.close().then(() => rmSync(folder, { recursive: true, force: true }))
})
process.send('ready')
