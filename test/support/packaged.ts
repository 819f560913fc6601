import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'

/** The folders electron-builder writes for `--dir`, with what is to be started there and its resources. */
const places = [
  ['linux-unpacked', 'linework', 'resources'],
  ['win-unpacked', 'Linework.exe', 'resources'],
  ['mac-universal', 'Linework.app/Contents/MacOS/Linework', 'Linework.app/Contents/Resources'],
] as const

export interface Packaged {
  readonly folder: string
  readonly program: string
  readonly resources: string
}

/** What `npm run package:dir` left in `dist/`. */
export const packaged = (): Packaged => {
  const dist = resolve(import.meta.dirname, '../../dist')
  const place = places.find(([folder]) => existsSync(join(dist, folder)))
  if (!place) throw new Error('Nothing is packaged: run `npm run test:package`')
  const [name, program, resources] = place
  const folder = join(dist, name)
  return { folder, program: join(folder, program), resources: join(folder, resources) }
}

export interface RunningPackage {
  readonly page: Page
  /** Closes the window as a person would; answers the code the process ended with. */
  readonly close: () => Promise<number | null>
  /** The code it ended with, when it does so by itself. */
  readonly ended: Promise<number | null>
}

/** Starts it with a debugging port, because its fuses refuse Playwright's own way in. */
export const startPackaged = async (
  userData: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<RunningPackage> => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    packaged().program,
    [...sandbox, '--remote-debugging-port=0', `--user-data-dir=${userData}`, ...args],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } },
  )
  const ended = once(child, 'exit').then(([code]): number | null => code)
  const said: string[] = []
  const port = new Promise<string>((found, failed) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line)
      const [, address] = /^DevTools listening on ws:\/\/([\d.]+:\d+)\//.exec(line) ?? []
      if (address) found(address)
    })
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`It ended with ${code}: ${said.join('\n')}`)))
  })
  const browser = await chromium.connectOverCDP(`http://${await port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('The packaged program shows nothing')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return {
    page,
    ended,
    close: async () => {
      // The page goes away in the middle of the answer.
      await page.evaluate(() => window.close()).catch(() => undefined)
      return ended
    },
  }
}
