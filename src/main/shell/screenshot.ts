import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

const calm = 1_500
const patience = 30_000

const painted = `document.readyState === 'complete'
  && document.fonts.status === 'loaded'
  && document.querySelector('#root')?.childElementCount > 0
  && !document.querySelector('[aria-busy="true"]')`

/**
 * Saves a picture of the window as PNG at `path` once it shows what it asked for: painted, and no
 * question open or answered for a while; after half a minute, whatever it shows by then.
 */
export const takeScreenshot = async (
  window: BrowserWindow,
  path: string,
  traffic: () => { readonly open: number; readonly quietSince: number },
): Promise<void> => {
  const deadline = Date.now() + patience
  const settled = async (): Promise<boolean> => {
    const { open, quietSince } = traffic()
    if (open > 0 || Date.now() - quietSince < calm || window.webContents.isLoading()) return false
    return Boolean(await window.webContents.executeJavaScript(painted))
  }
  while (Date.now() < deadline && !(await settled())) await pause(200)
  const image = await window.webContents.capturePage()
  await writeFile(path, image.toPNG())
}
