import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { addDays } from '../../src/domain/zone.ts'
import { launchLinework } from '../support/electron.ts'
import { percentile } from './measure.ts'
import { printRows, type Row } from './print.ts'
import { starts } from './ui-start.ts'
import { FULL_DAYS, makeStudio } from './ui-studio.ts'
import { dragged, heapInUse, oneUpdate, pressed } from './ui-window.ts'

const DAY_CHANGES = 500
const args = ['--lang=en-GB', '--password-store=basic']

const rows: Row[] = []
const note = (what: string, value: number, unit: string, reach: number | null = null): void => {
  const met = reach === null ? null : value <= reach ? 'yes' : 'no'
  rows.push({ what, value, unit, reach, met })
}

/** The middle of several: the first ones run code that is not compiled yet. */
const middle = async (times: number, work: (turn: number) => Promise<number>): Promise<number> => {
  const values: number[] = []
  for (let turn = 0; turn < times; turn++) values.push(await work(turn))
  return percentile(values, 0.5)
}

const studio = makeStudio()
const {
  app,
  window: page,
  close,
} = await launchLinework({ userData: studio.userData, args, env: { TZ: studio.zone } })
page.setDefaultTimeout(20_000)
await app.evaluate(({ BrowserWindow }) =>
  BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
)
const cdp = await page.context().newCDPSession(page)
await cdp.send('Performance.enable')
const cardsOn = (day: number): string =>
  `[role=group][aria-label$="${addDays(studio.date, day)}"] button[data-card]`
const count = (selector: string): Promise<number> => page.locator(selector).count()
await page.waitForSelector(cardsOn(0))

const mount = await middle(7, async () => {
  await pressed(page, 'Settings', 'nav')
  await page.waitForSelector('[data-card]', { state: 'detached' })
  return pressed(page, 'Calendar', cardsOn(0))
})
note('mount of a day, 20 artists × 40 bookings', mount, 'ms')

const nextDay = await middle(FULL_DAYS - 1, (turn) => pressed(page, 'Next day', cardsOn(turn + 1)))
note('next day, asked and drawn', nextDay, 'ms')
await pressed(page, 'Today', cardsOn(0))

const middleCard = page.locator(cardsOn(0)).nth(9)
const id = (await middleCard.getAttribute('data-card')) ?? ''
const updates: { seen: number; work: number }[] = []
for (let turn = 0; turn < 9; turn++) updates.push(await oneUpdate(page, cdp, id))
note('one update, announced to seen', await middle(9, async (at) => updates[at]?.seen ?? 0), 'ms')
note(
  'one update: scripts, styles and layout',
  await middle(9, async (at) => updates[at]?.work ?? 0),
  'ms',
  20,
)

note('elements in the window', await count('*'), '', 1_000)
note('of these below columns', await count('[data-column] *'), '')
note('cards', await count('[data-card]'), '')

const box = await middleCard.boundingBox()
const from = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
await dragged(page, from, 40)
const drag = await dragged(page, from, 240)
note('drag, median frame', drag.p50, 'ms')
note('drag, 95th percentile of frames', drag.p95, 'ms', 33)
note('drag, worst frame', drag.worst, 'ms')

/** On through the full days and back, again and again. */
const leaf = async (changes: number): Promise<void> => {
  const most = FULL_DAYS - 1
  for (let change = 0; change < changes; change++) {
    const at = change % (2 * most)
    if (at < most) await pressed(page, 'Next day', cardsOn(at + 1))
    else await pressed(page, 'Previous day', cardsOn(2 * most - at - 1))
  }
}
await leaf(20)
const before = await heapInUse(cdp)
await leaf(DAY_CHANGES)
note(`heap before ${DAY_CHANGES} day changes`, before, 'MB')
note('heap after them', await heapInUse(cdp), 'MB', before * 1.1)
await close()

const { empty, linework, ratio } = await starts(studio.userData, args)
note('start of an empty Electron window', empty.wall, 'ms')
note('start of Linework, to a day with its bookings', linework.wall, 'ms')
note('Linework to empty, middle of ten pairs', ratio.wall, '×', 1.3)
note('processor time of an empty start', empty.cpu, 'ms')
note('processor time of Linework’s', linework.cpu, 'ms')
note('processor time, Linework to empty', ratio.cpu, '×')

const assets = resolve(import.meta.dirname, '../../out/renderer/assets')
const bundle = readdirSync(assets)
  .filter((name) => /\.(js|css)$/.test(name))
  .reduce((total, name) => total + gzipSync(readFileSync(join(assets, name))).length, 0)
note('bundle: scripts and styles, gzip', bundle / 1000, 'kB', 400)

rmSync(studio.userData, { recursive: true, force: true })
printRows('ui', rows)
