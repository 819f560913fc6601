import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultHours } from '../../src/domain/artist.ts'
import { DAY, HOUR, type Instant } from '../../src/domain/interval.ts'
import { availabilityQueries } from '../../src/main/appointments/availability.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { Store } from '../../src/main/store/store.ts'
import { storeObject } from '../../src/main/sync/apply.ts'
import { targetWindow } from '../../src/main/sync/context.ts'
import { benchEvent } from './events.ts'
import { percentile } from './measure.ts'
import { printRows, type Row } from './print.ts'

export interface AvailabilityBench {
  readonly artists: number
  readonly events: number
}

const zone = 'Europe/Berlin'
const root = resolve(import.meta.dirname, '../..')

/** Asks an artist's time from a database as full as a large studio's, in this process. */
export const benchAvailability = ({ artists, events }: AvailabilityBench): void => {
  const now = Date.now()
  const { store, remove } = openBenchStore(now)
  try {
    console.error(`Filling a database with ${events} events of ${artists} artists …`)
    const artistIds = Array.from({ length: artists }, () => addArtist(store, now))
    const kept = artistIds.map((_, index) => fill(store, index, events / artists, now))
    const busyRows = kept.reduce((sum, rows) => sum + rows, 0)
    const before = process.memoryUsage.rss()
    printRows(`${events} events, ${artists} artists, ${busyRows} busy intervals`, [
      ...measure(store, artistIds, now),
      { what: 'memory, MB more than before', rows: (process.memoryUsage.rss() - before) / 2 ** 20 },
    ])
  } finally {
    remove()
  }
}

/** A store on a file of its own; `remove` closes it and takes the file away. */
export const openBenchStore = (now: Instant): { store: Store; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-bench-'))
  const store = openStore({
    file: join(folder, 'linework.db'),
    migrations: join(root, 'migrations'),
    now: () => now,
    zone,
  })
  const remove = (): void => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, remove }
}

const accountId = randomUUID()

export const addArtist = (store: Store, now: Instant): string => {
  const id = randomUUID()
  store.transaction((tx) => {
    if (!tx.accounts.get(accountId))
      tx.accounts.insert({
        id: accountId,
        label: 'Bench',
        baseUrl: 'https://cloud.example',
        username: 'desk',
        calendarBasePath: '',
        createdAt: now,
      })
    tx.artists.insert({
      id,
      name: `Artist ${id}`,
      ink: 1,
      active: true,
      hours: defaultHours,
      sessionMinutes: 60,
      bufferBefore: 15,
      bufferAfter: 15,
      createdAt: now,
    })
    const { start, end } = targetWindow(now)
    tx.calendars.insert({
      id,
      artistId: id,
      accountId,
      url: `https://cloud.example/${id}/`,
      name: 'Bookings',
      role: 'booking',
      lastSuccessAt: now,
      busyFrom: start,
      busyTo: end,
      createdAt: now,
    })
  })
  return id
}

/** Stores one artist's events as a pull does; answers how many busy intervals they make. */
export const fill = (
  store: Store,
  artist: number,
  count: number,
  now: Instant,
  make = benchEvent,
): number => {
  const calendar = store.read.calendars.all()[artist]
  if (!calendar) throw new Error('The calendar just inserted is not there.')
  const { start: from, end: to } = targetWindow(now)
  let rows = 0
  store.transaction((tx) => {
    for (let index = 0; index < count; index++) {
      const { uid, file, text } = make(artist * count + index, now, `artist-${artist}`)
      const content = readObject(text, { zone, from, to })
      const object = { href: `/${calendar.id}/${file}`, etag: `"${uid}"`, text }
      storeObject(tx, calendar.id, { object, content })
      for (const { times } of content.busy) rows += times.length / 2
    }
  })
  return rows
}

const times = (count: number, ask: (turn: number) => number) => {
  const walls: number[] = []
  const cpus: number[] = []
  let rows = 0
  for (let turn = 0; turn < count; turn++) {
    const cpu = process.cpuUsage()
    const start = performance.now()
    rows += ask(turn)
    walls.push(performance.now() - start)
    const { user, system } = process.cpuUsage(cpu)
    cpus.push((user + system) / 1000)
  }
  return { walls, cpus, rows: rows / count }
}

const measure = (store: Store, artistIds: readonly string[], now: Instant): Row[] => {
  const queries = availabilityQueries({
    store,
    now: () => now,
    newId: randomUUID,
    busyBeyond: () => [],
  })
  /** Any quarter of an hour of the coming year. */
  const anyTime = (turn: number): Instant =>
    Math.ceil(now / HOUR) * HOUR + ((turn * 7919) % (365 * 96)) * (HOUR / 4)
  const artistOf = (turn: number): string => artistIds[turn % artistIds.length] ?? ''
  const check = (turn: number): number => {
    const start = anyTime(turn)
    const answer = queries.check({
      artistId: artistOf(turn),
      start,
      end: start + 2 * HOUR,
      from: 'local',
    })
    return answer.ok ? answer.value.blockers.length : 0
  }
  const slots = (turn: number, artistId?: string): number => {
    const from = anyTime(turn * 13) + (turn % 30) * DAY
    const answer = queries.slots({ artistId, minutes: 60, from, count: 10 })
    return answer.ok ? answer.value.length : 0
  }
  for (let turn = 0; turn < 200; turn++) check(turn)
  const row = (what: string, { walls, cpus, rows }: ReturnType<typeof times>): Row => ({
    what,
    p50: percentile(walls, 0.5),
    p99: percentile(walls, 0.99),
    'cpu p50': percentile(cpus, 0.5),
    'cpu p99': percentile(cpus, 0.99),
    rows,
  })
  return [
    row('check', times(5_000, check)),
    row(
      'slots, next 10 of one artist',
      times(500, (turn) => slots(turn, artistOf(turn))),
    ),
    row(
      `slots, next 10 of any of ${artistIds.length} artists`,
      times(500, (turn) => slots(turn)),
    ),
  ]
}
