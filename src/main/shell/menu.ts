import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../../contract/announcements.ts'
import type { MenuWords } from './menu-words.ts'

export interface MenuActions {
  readonly command: (command: Command) => void
  readonly openLogFolder: () => void
  /** Shows whose work is in the program; null in a checkout, which has no such file. */
  readonly openNotices: (() => void) | null
}

export interface MenuPlace {
  readonly words: MenuWords
  readonly mac: boolean
  /** On the dev server. */
  readonly developer?: boolean
}

type Item = MenuItemConstructorOptions

const line: Item = { type: 'separator' }

/**
 * The native menu. Single letters and arrows are only shown here: the window listens for them itself,
 * so that they do not fire while somebody types in a field.
 */
export const menuTemplate = (
  { words, mac, developer = false }: MenuPlace,
  { command, openLogFolder, openNotices }: MenuActions,
): Item[] => {
  const send = (label: string, name: Command, accelerator?: string): Item => ({
    label,
    click: () => command(name),
    ...(accelerator && { accelerator }),
  })
  const shown = (label: string, name: Command, key: string): Item =>
    // macOS would take the key from the fields all the same.
    mac ? send(label, name) : { ...send(label, name, key), registerAccelerator: false }
  const settings = send(words.settings, 'show-settings', 'CmdOrCtrl+,')
  const quit: Item = { role: 'quit', label: words.quit }

  const app: Item[] = [
    { role: 'about', label: words.about },
    line,
    settings,
    line,
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    line,
    quit,
  ]
  const studio: Item[] = [
    send(words.newBooking, 'new-booking', 'CmdOrCtrl+N'),
    send(words.bookNow, 'book-now'),
    line,
    send(words.search, 'search', 'CmdOrCtrl+F'),
    { ...send(words.search, 'search', 'CmdOrCtrl+K'), visible: false },
    line,
    send(words.printDay, 'print-day', 'CmdOrCtrl+P'),
    send(words.exportBookings, 'export'),
    line,
    send(words.sync, 'sync', 'CmdOrCtrl+R'),
    { ...send(words.sync, 'sync', 'F5'), visible: false },
    ...(mac ? [] : [line, settings, line, quit]),
  ]
  const go: Item[] = [
    shown(words.today, 'today', 'T'),
    shown(words.previous, 'previous', 'Left'),
    shown(words.next, 'next', 'Right'),
    shown(words.goToDate, 'go-to-date', 'G'),
    line,
    send(words.calendar, 'show-calendar', 'CmdOrCtrl+1'),
    send(words.requests, 'show-requests', 'CmdOrCtrl+2'),
    send(words.clients, 'show-clients', 'CmdOrCtrl+3'),
    send(words.syncScreen, 'show-sync', 'CmdOrCtrl+4'),
  ]
  const view: Item[] = [
    shown(words.day, 'show-day', 'D'),
    shown(words.week, 'show-week', 'W'),
    shown(words.list, 'show-list', 'L'),
    line,
    { role: 'resetZoom', label: words.resetZoom },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    line,
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(developer ? [{ role: 'toggleDevTools' as const }] : []),
  ]
  return [
    ...(mac ? [{ role: 'appMenu' as const, submenu: app }] : []),
    { label: words.studio, submenu: studio },
    { label: words.edit, submenu: editItems(words) },
    { label: words.go, submenu: go },
    { label: words.view, submenu: view },
    {
      role: 'windowMenu',
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
    {
      role: 'help',
      label: words.help,
      submenu: [
        shown(words.keys, 'show-keys', '?'),
        { label: words.showLog, click: () => openLogFolder() },
        ...(openNotices ? [line, { label: words.notices, click: () => openNotices() }] : []),
        ...(mac ? [] : [line, { role: 'about' as const, label: words.about }]),
      ],
    },
  ]
}

const editItems = (words: MenuWords): Item[] => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
  line,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'selectAll', label: words.selectAll },
]

/** The menu of the icon beside the clock. */
export const trayTemplate = (
  words: MenuWords,
  actions: Pick<MenuActions, 'command'> & { readonly show: () => void; readonly quit: () => void },
): Item[] => [
  { label: words.show, click: () => actions.show() },
  line,
  {
    label: words.newBooking,
    click: () => {
      actions.show()
      actions.command('new-booking')
    },
  },
  { label: words.sync, click: () => actions.command('sync') },
  line,
  { label: words.quit, click: () => actions.quit() },
]
