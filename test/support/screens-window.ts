import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afternoonZone } from './afternoon.ts'
import { launchLinework } from './electron.ts'
import { withPalette } from './palette-png.ts'
import { handsOn, type Hands } from './window.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const wide: Size = { width: 1440, height: 900 }
const narrow: Size = { width: 1024, height: 700 }

type Looks = readonly (readonly [Size, 'light' | 'dark'])[]

export const everyLook: Looks = [
  [narrow, 'light'],
  [narrow, 'dark'],
  [wide, 'light'],
  [wide, 'dark'],
]

/** Enough for a dialog, which looks much the same over every screen. */
export const twoLooks: Looks = [
  [narrow, 'dark'],
  [wide, 'light'],
]

/** In the window: says `shown` wherever `folder` is read. */
const nameFolder = ([folder, shown]: readonly [string, string]): void => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.nodeValue?.includes(folder)) text.nodeValue = text.nodeValue.replaceAll(folder, shown)
}

export type Take = (name: string, only?: Looks) => Promise<void>

/** Stands for the folder of a run, whose own name says nothing to whoever looks at a picture. */
const shownFolder = '/home/desk/.config/linework'

/** The folder the pictures go to. */
const [, , folder = ''] = process.argv
if (!folder) throw new Error('Name the folder for the pictures.')
mkdirSync(folder, { recursive: true })

/**
 * Opens the window, on a folder of its own where none is given, and takes what `scenes` show in every
 * size and theme. The folder is removed.
 */
export const withWindow = async (
  {
    args = [],
    env = {},
    language = 'en-GB',
    userData = mkdtempSync(join(tmpdir(), 'linework-screens-')),
  }: { args?: string[]; env?: Record<string, string>; language?: string; userData?: string },
  scenes: (hands: Hands, take: Take) => Promise<void>,
): Promise<void> => {
  const {
    app,
    window: page,
    close,
  } = await launchLinework({
    userData,
    args: [`--lang=${language}`, '--password-store=basic', ...args],
    env: { TZ: afternoonZone(), LANGUAGE: language, ...env },
  })
  const resize = async (size: Size): Promise<void> => {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, size)
    await page.waitForFunction((width) => innerWidth === width, size.width)
  }
  const take: Take = async (name, looks = everyLook) => {
    for (const [size, colorScheme] of looks) {
      await resize(size)
      await page.emulateMedia({ colorScheme })
      // Off everything that looks different under the pointer.
      await page.mouse.move(0, 0)
      await page.evaluate(nameFolder, [userData, shownFolder] as const)
      const picture = await page.screenshot({ animations: 'disabled' })
      writeFileSync(join(folder, `${name}-${size.width}-${colorScheme}.png`), withPalette(picture))
    }
    await resize(wide)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  try {
    await resize(wide)
    await scenes(handsOn(page), take)
  } finally {
    await close()
    rmSync(userData, { recursive: true, force: true })
  }
}
