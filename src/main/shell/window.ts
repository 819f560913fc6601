import { BrowserWindow, nativeTheme, screen, session, shell } from 'electron'
import { countCrashes } from './crashes.ts'
import { confine, denyPermissions, guardDevServer } from './guard.ts'
import type { Log } from './log.ts'
import { appOrigin } from './protocol.ts'
import { fitPlace, readPlace, smallest, writePlace } from './window-place.ts'

export interface WindowOptions {
  readonly preload: string
  readonly icon: string
  /** Where the window's place is kept between runs. */
  readonly placeFile: string
  /** The dev server's address; null for the built window. */
  readonly devUrl: string | null
  /** It crashed so often that it is not loaded again. */
  readonly onLost: () => void
  readonly log: Log
}

export interface OpenWindow {
  readonly window: BrowserWindow
  /** Notes where the window is; a program that is ended by a signal closes no windows. */
  readonly savePlace: () => void
}

/** Opens the one window, locked down as far as Electron goes, and shows it when it has painted. */
export const openWindow = (options: WindowOptions): OpenWindow => {
  const { log, devUrl } = options
  const place = fitPlace(readPlace(options.placeFile), [
    screen.getPrimaryDisplay().workArea,
    ...screen.getAllDisplays().map(({ workArea }) => workArea),
  ])
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Linework',
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131417' : '#f1f3f0',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: devUrl !== null,
    },
  })
  const contents = window.webContents
  confine(contents, (url) => void shell.openExternal(url))
  denyPermissions(session.defaultSession)
  if (devUrl) guardDevServer(session.defaultSession, new URL(devUrl).origin)

  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize()
    window.show()
  })
  const savePlace = (): void => {
    try {
      writePlace(options.placeFile, {
        ...window.getNormalBounds(),
        maximized: window.isMaximized(),
      })
    } catch (error) {
      log.warn('The place of the window could not be saved', error)
    }
  }
  window.on('close', savePlace)

  const isOneTooMany = countCrashes()
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error(`The window’s process ended: ${reason} (${exitCode})`)
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (isOneTooMany(Date.now())) options.onLost()
    else contents.reload()
  })
  contents.on('did-fail-load', (_event, code, description) =>
    log.error(`The window could not be loaded: ${description} (${code})`),
  )
  void window.loadURL(devUrl ?? `${appOrigin}/`).catch(() => undefined)
  return { window, savePlace }
}

/** Brings the window to the front, for the second start of a program that runs once. */
export const showWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
