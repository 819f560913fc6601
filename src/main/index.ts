import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import { app, clipboard, net, powerMonitor, protocol, safeStorage, shell } from 'electron'
import { languageOf, type Language } from '../domain/language.ts'
import type { LanguageSetting } from '../domain/settings.ts'
import { createAdminLock } from './admin/lock.ts'
import { hashPin } from './admin/pin-hash.ts'
import { pinFile } from './admin/pin-file.ts'
import { workInThread } from './backup/thread.ts'
import { openWindowLine, type WindowLine } from './ipc/window-line.ts'
import { followDeepLinks } from './shell/deep-links.ts'
import { chooseFile, chooseFolder } from './shell/choose-file.ts'
import { mayOpenSignIn } from './shell/guard.ts'
import { catchBugs, finishBeforeExit } from './shell/lifecycle.ts'
import { openLog } from './shell/log.ts'
import { showNotification } from './shell/notification.ts'
import { createSystemMenus } from './shell/system-menus.ts'
import { appOrigin, registerScheme, serveWindow } from './shell/protocol.ts'
import { takeScreenshot } from './shell/screenshot.ts'
import { startSuccessor } from './shell/successor.ts'
import { askAboutTrouble } from './shell/trouble.ts'
import { watchComputer } from './shell/watch-computer.ts'
import { openWindow, showWindow, type OpenWindow } from './shell/window.ts'
import { createStudios, type StudioKind } from './studios.ts'
import type { Successor } from './updates/install.ts'

const development = !app.isPackaged
const fromEnvironment = (name: string): string | null => (development && process.env[name]) || null

const languageFor = (setting: LanguageSetting): Language =>
  languageOf(setting, app.getPreferredSystemLanguages())

/** To find it out takes a while the first time: not before the window is on its way. */
const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

registerScheme(protocol)
// As root the sandbox cannot start, and enabling it here would undo the switch that says so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// A checkout does not work on the data of the installed program.
if (development && !app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), 'linework-development'))

const run = (): void => {
  const root = app.getAppPath()
  const userData = app.getPath('userData')
  const logFolder = join(userData, 'logs')
  const sampleFolder = join(userData, 'sample')
  const folderOf = (kind: StudioKind): string => (kind === 'sample' ? sampleFolder : userData)
  const devUrl = fromEnvironment('ELECTRON_RENDERER_URL')
  const screenshot = fromEnvironment('LINEWORK_SCREENSHOT')
  const standIn = fromEnvironment('LINEWORK_STAND_IN') === '1'
  const mac = process.platform === 'darwin'

  const log = openLog(logFolder, development)
  let opened: OpenWindow | null = null
  let closeToTray = false
  let quitting = false
  let successor: Successor | null = null
  let chosenLanguage: LanguageSetting = 'system'
  const restart = async (): Promise<void> => {
    const { ownAppImage } = await import('./updates/install.ts')
    const appImage = ownAppImage(process.env, process.execPath)
    // What it is mounted from goes with this process, so the file itself is started.
    if (appImage === null) app.relaunch()
    else successor = { command: appImage, args: [] }
    app.quit()
  }
  const askAbout = askAboutTrouble({
    language: () => languageFor(chosenLanguage),
    logFolder,
    restart: () => void restart(),
  })
  catchBugs(log, () => void askAbout('bug'))
  const menus = createSystemMenus({
    mac,
    developer: devUrl !== null,
    icon: join(root, 'resources/icon.png'),
    actions: {
      command: (command) => line.announce({ type: 'command', command }),
      openNotices: app.isPackaged
        ? () => void shell.openPath(join(process.resourcesPath, 'THIRD-PARTY-NOTICES.txt'))
        : null,
      openLogFolder: () => void shell.openPath(logFolder),
      show: () => bringUp(),
      quit: () => app.quit(),
    },
  })
  const line: WindowLine = openWindowLine({
    window: () => opened?.window ?? null,
    origin: devUrl ? new URL(devUrl).origin : appOrigin,
    answers: () => studios.answers(),
    log,
  })
  const migrations = join(app.isPackaged ? process.resourcesPath : root, 'migrations')
  const sqliteBinding = fromEnvironment('LINEWORK_SQLITE_BINDING')
  const backupThread = workInThread(join(root, 'out/main/backup-worker.js'), {
    migrations,
    nativeBinding: sqliteBinding ?? undefined,
  })
  const placeOf = (kind: StudioKind) => ({
    folder: folderOf(kind),
    migrations,
    sqliteBinding,
    work: backupThread,
    zone: zone(),
  })
  const studios = createStudios({
    // Not before the window is on its way: it takes as long to appear as all of this to load.
    open: async (kind) => {
      const { openStudio } = await import('./compose.ts')
      return openStudio({
        kind,
        ...placeOf(kind),
        objectWorker: join(root, 'out/main/object-worker.js'),
        environment: process.env,
        logFolder,
        versions: {
          linework: app.getVersion(),
          electron: process.versions.electron ?? '',
          chrome: process.versions['chrome'] ?? '',
          node: process.versions.node,
          system: `${process.platform} ${release()} ${process.arch}`,
        },
        cipher: safeStorage,
        announce: line.announce,
        showNotice: ({ title, body, appointmentId }) =>
          showNotification(title, body, () => {
            bringUp()
            line.announce(
              appointmentId === null
                ? { type: 'command', command: 'show-sync' }
                : { type: 'open-appointment', id: appointmentId },
            )
          }),
        languageFor,
        onSettings: (settings) => {
          closeToTray = settings.closeToTray
          chosenLanguage = settings.language
          menus.set({ language: languageFor(settings.language), tray: closeToTray })
        },
        openOutside: async (url) => {
          if (!mayOpenSignIn(url, development)) throw new Error('This page may not be opened')
          await shell.openExternal(url)
        },
        copyText: (text) => void clipboard.writeText(text),
        updates: {
          source: fromEnvironment('LINEWORK_UPDATE_SOURCE') ?? join(root, 'update-source.json'),
          folder: join(userData, 'updates'),
          giveWayTo: (next) => {
            successor = next
            app.quit()
          },
        },
        chooseFile: (suggestion) => chooseFile(opened?.window ?? null, suggestion),
        chooseFolder: () => chooseFolder(opened?.window ?? null),
        log,
      })
    },
    openLock: (kind, options) =>
      createAdminLock({
        ...options,
        hash: hashPin,
        shelf: pinFile(join(folderOf(kind), 'pin.json')),
        now: Date.now,
        elapsed: () => performance.now(),
        later: (work, delay) => {
          const timer = setTimeout(work, delay)
          return () => clearTimeout(timer)
        },
      }),
    log,
    recovery: async (kind) => {
      const { recoveryOf } = await import('./backing.ts')
      return recoveryOf(placeOf(kind))
    },
    quit: () => app.quit(),
    removeSample: () => rm(sampleFolder, { recursive: true, force: true }),
    announce: line.announce,
    about: {
      version: app.getVersion(),
      standIn,
      get computerZone() {
        return zone()
      },
    },
  })

  const open = (): void => {
    opened = openWindow({
      preload: join(root, 'out/preload/index.cjs'),
      icon: join(root, 'resources/icon.png'),
      placeFile: join(userData, 'window.json'),
      devUrl,
      onLost: () => void askAbout('window'),
      log,
    })
    const { window } = opened
    window.on('focus', () => studios.setFocused(true))
    window.on('blur', () => studios.setFocused(false))
    window.on('close', (event) => {
      if (!closeToTray || quitting) return
      event.preventDefault()
      window.hide()
    })
    window.on('closed', () => {
      opened = null
    })
  }

  const bringUp = (): void => {
    if (opened) showWindow(opened.window)
    else if (app.isReady()) open()
  }

  app.on('before-quit', () => {
    quitting = true
  })
  followDeepLinks(app, (link) => {
    bringUp()
    const tell = (): void => {
      if (link) line.announce({ type: 'follow-link', link })
    }
    // A window that is still loading hears nothing.
    const contents = opened?.window.webContents
    if (contents?.isLoading()) contents.once('did-finish-load', tell)
    else tell()
  })
  app.on('activate', bringUp)
  app.on('window-all-closed', () => {
    if (!mac) app.quit()
  })
  finishBeforeExit(async () => {
    opened?.savePlace()
    await studios.close()
    log.info('Closed')
    if (successor) startSuccessor(app, successor, log)
  }, log)

  const start = async (): Promise<void> => {
    await app.whenReady()
    log.info(`Linework ${app.getVersion()}, Electron ${process.versions.electron}`)
    if (standIn) log.warn('This is a development runtime and must not be shipped')
    serveWindow(protocol, join(root, 'out/renderer'))
    app.setAboutPanelOptions({
      applicationName: 'Linework',
      applicationVersion: app.getVersion(),
      copyright: '© Linework contributors. MIT',
      iconPath: join(root, 'resources/icon.png'),
    })
    menus.set({ language: languageFor('system'), tray: false })
    watchComputer(
      {
        onSuspend: (listener) => powerMonitor.on('suspend', listener),
        onResume: (listener) => powerMonitor.on('resume', listener),
        onLock: (listener) => powerMonitor.on('lock-screen', listener),
        isOnline: () => net.isOnline(),
        every: (milliseconds, work) => setInterval(work, milliseconds),
      },
      { wake: studios.wake, sleep: studios.checkpoint, leave: studios.lock },
    )
    const sample = process.argv.includes('--sample') || existsSync(sampleFolder)
    const started = studios.start(sample ? 'sample' : 'studio')
    open()
    await started
    if (!screenshot || !opened) return
    await takeScreenshot(opened.window, screenshot, line.traffic)
    process.stdout.write(`Screenshot: ${screenshot}\n`)
  }
  void start()
}

if (app.requestSingleInstanceLock()) run()
else app.exit(0)
