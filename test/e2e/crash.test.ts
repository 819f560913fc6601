import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { expect, it } from 'vitest'
import { launchLinework } from '../support/electron.ts'
import { temporaryFolder } from '../support/store.ts'

/** Ends the window's process until it is not loaded again; how often it came back before. */
const crashForGood = (app: ElectronApplication) =>
  app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<number>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        let back = 0
        contents?.on('did-finish-load', () => {
          back += 1
          contents.forcefullyCrashRenderer()
        })
        contents?.on('render-process-gone', () => {
          // Those who listen have heard it: whoever loads it again has begun to.
          if (!contents.isLoading()) resolve(back)
        })
        contents?.forcefullyCrashRenderer()
      }),
  )

it.runIf(process.platform === 'linux')(
  'a window that crashes again and again asks what to do, in a dialog of the system',
  async () => {
    const folder = temporaryFolder()
    const appImage = join(folder, 'Linework.AppImage')
    const started = `${appImage}.started`
    writeFileSync(appImage, '#!/bin/sh\necho "$@" > "$0.started"\n', { mode: 0o755 })
    const userData = join(folder, 'data')
    const { app, window: page } = await launchLinework({
      userData,
      args: ['--lang=en-GB', '--password-store=basic'],
      env: { APPIMAGE: appImage, APPDIR: dirname(String(process.env['LINEWORK_ELECTRON'])) },
    })
    await page.evaluate(() => window.linework.ask('settings.appearance', { language: 'de' }))
    await app.evaluate(({ dialog, shell }) => {
      const seen: unknown[] = []
      Reflect.set(globalThis, 'seen', seen)
      Reflect.set(shell, 'openPath', async (path: string) => void seen.push(path))
      Reflect.set(dialog, 'showMessageBox', (asked: { message: string; buttons: string[] }) => {
        seen.push(asked.message, asked.buttons)
        // The log first; then the choice is the test's.
        return seen.length < 3
          ? Promise.resolve({ response: 2 })
          : new Promise((choose) => Reflect.set(globalThis, 'choose', choose))
      })
    })
    const seen = () => app.evaluate(() => Reflect.get(globalThis, 'seen'))

    expect(await crashForGood(app)).toBe(3)
    expect(
      readFileSync(join(userData, 'logs/linework.log'), 'utf8').match(/process ended/g),
    ).toHaveLength(4)
    const dialog = [
      'Das Fenster von Linework ist mehrmals hintereinander abgestürzt.',
      ['Neu starten', 'Beenden', 'Protokolldatei zeigen'],
    ]
    await expect.poll(seen).toEqual([...dialog, join(userData, 'logs'), ...dialog])

    const ended = once(app.process(), 'exit')
    await app.evaluate(() => Reflect.get(globalThis, 'choose')({ response: 0 }))
    expect(await ended).toEqual([0, null])
    await expect
      .poll(() => existsSync(started) && readFileSync(started, 'utf8'))
      .toContain('--user-data-dir=')
  },
)
