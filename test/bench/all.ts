import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startRadicale } from '../support/servers/radicale.ts'
import { startSabre } from '../support/servers/sabre.ts'
import type { TestServer } from '../support/servers/test-server.ts'
import { benchAvailability } from './availability-bench.ts'
import { benchFarTime } from './far-time-bench.ts'
import type { BenchSetup } from './engine-desk.ts'
import { benchSync } from './sync-bench.ts'

const options = { events: 10_000, calendars: 50 }

/** The server of the sample studio, which runs in a process of its own here. */
const onSample = async (work: (setup: BenchSetup) => Promise<void>): Promise<void> => {
  const child = fork(fileURLToPath(new URL('sample-process.ts', import.meta.url)))
  try {
    const [setup]: BenchSetup[] = await once(child, 'message')
    if (setup) await work(setup)
  } finally {
    child.kill()
  }
}

const onServer = async (
  start: () => Promise<TestServer>,
  work: (setup: BenchSetup) => Promise<void>,
): Promise<void> => {
  const server = await start()
  try {
    const url = await server.createCalendar('bench')
    await work({ url, user: server.user, password: server.password })
  } finally {
    await server.stop()
  }
}

benchAvailability({ artists: 50, events: 200_000 })
await benchFarTime(10_000)
await onSample((setup) => benchSync(setup, { ...options, name: 'The sample studio’s server' }))
await onServer(startSabre, (setup) => benchSync(setup, { ...options, name: 'sabre/dav 1.8' }))
await onServer(startRadicale, (setup) => benchSync(setup, { ...options, name: 'Radicale' }))
