import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../../contract/announcements.ts'

export interface MenuActions {
  readonly command: (command: Command) => void
  readonly openLogFolder: () => void
}

type Item = MenuItemConstructorOptions

/**
 * The native menu. Single letters and arrows are only shown here: the window listens for them itself,
 * so that they do not fire while somebody types in a field.
 */
export const menuTemplate = (
  mac: boolean,
  { command, openLogFolder }: MenuActions,
  developer = false,
): Item[] => {
  const send = (label: string, name: Command, accelerator?: string): Item => ({
    label,
    click: () => command(name),
    ...(accelerator && { accelerator }),
  })
  const shown = (label: string, name: Command, key: string): Item =>
    // macOS would take the key from the fields all the same.
    mac ? send(label, name) : { ...send(label, name, key), registerAccelerator: false }
  const line: Item = { type: 'separator' }
  const settings = send('Settings…', 'show-settings', 'CmdOrCtrl+,')

  const app: Item[] = [
    { role: 'about' },
    line,
    settings,
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    line,
    { role: 'quit' },
  ]
  const studio: Item[] = [
    send('New booking', 'new-booking', 'CmdOrCtrl+N'),
    send('Walk-in: book now', 'book-now'),
    line,
    send('Search…', 'search', 'CmdOrCtrl+F'),
    { ...send('Search…', 'search', 'CmdOrCtrl+K'), visible: false },
    line,
    send('Print the day sheet…', 'print-day', 'CmdOrCtrl+P'),
    send('Export bookings…', 'export'),
    line,
    send('Sync now', 'sync', 'CmdOrCtrl+R'),
    { ...send('Sync now', 'sync', 'F5'), visible: false },
    ...(mac ? [] : [line, settings, line, { role: 'quit' as const }]),
  ]
  const go: Item[] = [
    shown('Today', 'today', 'T'),
    shown('Previous day or week', 'previous', 'Left'),
    shown('Next day or week', 'next', 'Right'),
    shown('Go to a date…', 'go-to-date', 'G'),
    line,
    send('Calendar', 'show-calendar', 'CmdOrCtrl+1'),
    send('Requests', 'show-requests', 'CmdOrCtrl+2'),
    send('Clients', 'show-clients', 'CmdOrCtrl+3'),
    send('Sync', 'show-sync', 'CmdOrCtrl+4'),
  ]
  const view: Item[] = [
    shown('Day', 'show-day', 'D'),
    shown('Week', 'show-week', 'W'),
    shown('List', 'show-list', 'L'),
    line,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    line,
    { role: 'togglefullscreen' },
    ...(developer ? [{ role: 'toggleDevTools' as const }] : []),
  ]
  return [
    ...(mac ? [{ role: 'appMenu' as const, submenu: app }] : []),
    { label: '&Studio', submenu: studio },
    { role: 'editMenu' },
    { label: '&Go', submenu: go },
    { label: '&View', submenu: view },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        shown('Keys', 'show-keys', '?'),
        { label: 'Show the log file', click: () => openLogFolder() },
      ],
    },
  ]
}
