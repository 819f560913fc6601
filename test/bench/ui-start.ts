import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { launchLinework } from '../support/electron.ts'
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

/** From the start of an Electron with nothing in it to the text in its window, in ms. */
const startEmpty = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-empty-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: String(process.env['LINEWORK_ELECTRON']),
    args: [folder, '--no-sandbox', `--user-data-dir=${join(folder, 'data')}`],
  })
  const page = await app.firstWindow()
  await page.waitForSelector('#usable')
  const took = performance.now() - start
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return took
}

/** From the start of Linework to a day with its bookings, in ms. */
const startLinework = async (userData: string, args: string[]): Promise<number> => {
  const start = performance.now()
  const { window: page, close } = await launchLinework({ userData, args })
  await page.waitForSelector('button[data-card]')
  const took = performance.now() - start
  await close()
  return took
}

/** The middle of five starts of each, in turns. */
export const starts = async (
  userData: string,
  args: string[],
): Promise<{ empty: number; linework: number }> => {
  const empty: number[] = []
  const linework: number[] = []
  for (let run = 0; run < 5; run++) {
    empty.push(await startEmpty())
    linework.push(await startLinework(userData, args))
  }
  return { empty: percentile(empty, 0.5), linework: percentile(linework, 0.5) }
}
