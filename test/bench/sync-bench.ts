import { atOnce, expectStatus, openBare, type Bare } from './bare.ts'
import type { BenchSetup } from './engine-desk.ts'
import { startEngine, type Report } from './engine-run.ts'
import { fill } from './fill.ts'
import { changeTen, listing, measureFloor, type Floor } from './floor.ts'
import { printRows, type Row } from './print.ts'
import { measureVdirsyncer } from './vdirsyncer.ts'

export interface SyncBench {
  readonly name: string
  readonly events: number
  /** How many calendars the account has when nothing has changed. */
  readonly calendars: number
}

/** Measures bare requests, our engine and vdirsyncer with the same work on one calendar. */
export const benchSync = async (setup: BenchSetup, options: SyncBench): Promise<void> => {
  const bare = openBare(setup)
  const extra: string[] = []
  let before: readonly string[] = []
  try {
    const count = await fill(bare, setup.url, options.events)
    before = (await listing(bare, setup.url)).hrefs
    extra.push(...(await makeCalendars(bare, setup.url, options.calendars - 1)))
    const floor = await measureFloor(bare, setup.url)
    const engine = await measureEngine(bare, setup, extra)
    const other = await measureVdirsyncer(setup)
    printRows(`${options.name}, ${count} events`, [
      ...rows(floor, engine, extra.length + 1),
      ...(other
        ? [
            {
              what: 'vdirsyncer: first pull',
              wall: other.firstPull,
              ratio: other.firstPull / engine.firstPull.wall,
            },
            {
              what: 'vdirsyncer: nothing changed',
              wall: other.nothingChanged,
              ratio: other.nothingChanged / engine.nothingChanged.wall,
            },
          ]
        : []),
    ])
  } finally {
    await cleanUp(bare, setup.url, before, extra)
    bare.close()
  }
}

/** Calendars beside the one measured, where the server lets us make some. */
const makeCalendars = async (bare: Bare, url: string, count: number): Promise<string[]> => {
  const made: string[] = []
  for (let index = 0; index < count; index++) {
    const target = new URL(`../linework-bench-${index}/`, url).href
    const { status } = await bare.ask('MKCALENDAR', target)
    if (status !== 201) break
    made.push(target)
  }
  return made
}

type Engine = Record<'firstPull' | 'nothingChanged' | 'tenChanges' | 'push', Report>

const measureEngine = async (
  bare: Bare,
  setup: BenchSetup,
  extra: readonly string[],
): Promise<Engine> => {
  const engine = await startEngine(setup)
  try {
    const firstPull = await engine.run({ do: 'sync' })
    const { hrefs } = await listing(bare, setup.url)
    if (firstPull.state.objects !== hrefs.length)
      throw new Error(`${firstPull.state.objects} of ${hrefs.length} events were pulled.`)
    await engine.run({ do: 'add-calendars', urls: extra })
    await engine.run({ do: 'sync' })
    const quiet: Report[] = []
    for (let run = 0; run < 5; run++) quiet.push(await engine.run({ do: 'sync' }))
    await changeTen(bare, setup.url)
    const tenChanges = await engine.run({ do: 'sync' })
    await engine.run({ do: 'book', count: 100 })
    const push = await engine.run({ do: 'sync' })
    if (push.state.waiting > 0) throw new Error(`${push.state.waiting} bookings were not sent.`)
    const nothingChanged = quiet.toSorted((a, b) => a.wall - b.wall)[2] ?? firstPull
    return { firstPull, nothingChanged, tenChanges, push }
  } finally {
    await engine.end()
  }
}

const rows = (floor: Floor, engine: Engine, calendars: number): Row[] => {
  const row = (what: string, bareWall: number, report: Report): Row => ({
    what,
    floor: bareWall,
    wall: report.wall,
    ratio: report.wall / bareWall,
    requests: report.requests,
    cpu: report.cpu,
    'loop p99': report.delayP99,
    'loop max': report.delayMax,
    'peak MB above idle': report.peak - engine.firstPull.before,
  })
  return [
    row(
      `first pull (floor: ${floor.firstPullRequests} requests)`,
      floor.firstPull,
      engine.firstPull,
    ),
    row(`nothing changed, ${calendars} calendars`, floor.look, engine.nothingChanged),
    row('10 changes', floor.tenChanges, engine.tenChanges),
    row('push of 100', floor.push, engine.push),
  ]
}

/** Takes away what was measured with, but for the events the calendar was filled with. */
const cleanUp = async (
  bare: Bare,
  url: string,
  before: readonly string[],
  extra: readonly string[],
): Promise<void> => {
  const kept = new Set(before)
  const { hrefs } = await listing(bare, url)
  const ours = hrefs.filter((href) => !kept.has(href)).map((href) => new URL(href, url).href)
  const remove = (target: string) => async () => {
    expectStatus(await bare.ask('DELETE', target), 200, 204, 404)
  }
  await atOnce(4, [...ours, ...extra].map(remove))
}
