import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronArguments, launchLinework } from '../support/electron.ts'
import { percentile } from './measure.ts'

const files = {
  'package.json': '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }',
  'index.html': '<!doctype html><title>Empty</title><p id="usable">Empty</p>',
  'main.cjs': `
    const { app, BrowserWindow } = require('electron')
    app.whenReady().then(() => {
      const webPreferences = { sandbox: true }
      new BrowserWindow({ width: 1440, height: 900, webPreferences }).loadFile('index.html')
    })`,
}

/** What a start took until the window could be used, in ms; `cpu` is the processor time of all its processes. */
interface Start {
  readonly wall: number
  readonly cpu: number
}

/** Ms of a clock tick, as Linux counts processor time. */
const TICK = 10

/** One line of /proc; empty for a process that ended meanwhile. */
const statOf = (id: string): string => {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** Processor time of a process and all it started, in ms; NaN where there is no /proc. */
const processorTime = (root: number): number => {
  if (process.platform !== 'linux') return Number.NaN
  const known = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const stat = statOf(name)
    // What follows the name in brackets: state, parent, …, user and system time, the same of children.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0)
    known.set(Number(name), { parent: fields[1] ?? 0, ticks })
  }
  const isOurs = (id: number): boolean => {
    const found = known.get(id)
    return id === root || (found !== undefined && isOurs(found.parent))
  }
  return [...known].reduce((sum, [id, { ticks }]) => (isOurs(id) ? sum + ticks * TICK : sum), 0)
}

/** Waits until what `selector` names is painted and the window answers. */
const usable = async (
  began: number,
  app: ElectronApplication,
  page: Page,
  selector: string,
): Promise<Start> => {
  await page.waitForSelector(selector)
  // The second frame begins after the first was painted.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  return { wall: performance.now() - began, cpu: processorTime(app.process().pid ?? 0) }
}

/** From the start of an Electron with nothing in it to the text in its window. */
const startEmpty = async (folder: string, args: string[]): Promise<Start> => {
  const began = performance.now()
  const [, ...ours] = electronArguments(join(folder, 'data'))
  const app = await _electron.launch({
    executablePath: String(process.env['LINEWORK_ELECTRON']),
    args: [folder, ...ours, ...args],
  })
  const took = await usable(began, app, await app.firstWindow(), '#usable')
  await app.close()
  return took
}

/** From the start of Linework to a day with its bookings. */
const startLinework = async (userData: string, args: string[]): Promise<Start> => {
  const began = performance.now()
  const { app, window: page, close } = await launchLinework({ userData, args })
  const took = await usable(began, app, page, 'button[data-card]')
  await close()
  return took
}

const PAIRS = 10

/** The middle of ten pairs of starts, after one that warms the disk; ratios are of each pair. */
export const starts = async (
  userData: string,
  args: string[],
): Promise<{ empty: Start; linework: Start; ratio: Start }> => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-empty-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const pairs: { empty: Start; linework: Start }[] = []
  for (let run = 0; run <= PAIRS; run++) {
    const empty = await startEmpty(folder, args)
    pairs.push({ empty, linework: await startLinework(userData, args) })
  }
  rmSync(folder, { recursive: true, force: true })
  const middle = (of: (pair: (typeof pairs)[number]) => number): number =>
    percentile(pairs.slice(1).map(of), 0.5)
  return {
    empty: { wall: middle(({ empty }) => empty.wall), cpu: middle(({ empty }) => empty.cpu) },
    linework: {
      wall: middle(({ linework }) => linework.wall),
      cpu: middle(({ linework }) => linework.cpu),
    },
    ratio: {
      wall: middle(({ empty, linework }) => linework.wall / empty.wall),
      cpu: middle(({ empty, linework }) => linework.cpu / empty.cpu),
    },
  }
}
