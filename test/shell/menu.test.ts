import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate, trayTemplate } from '../../src/main/shell/menu.ts'
import { menuWords } from '../../src/main/shell/menu-words.ts'

const english = { words: menuWords.en, mac: false }

const actions = () => ({ command: vi.fn(), openLogFolder: vi.fn(), openNotices: vi.fn() })

const items = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])

const click = (item: MenuItemConstructorOptions): unknown =>
  Reflect.apply(item.click ?? (() => 0), null, [])

const roles = (developer: boolean) =>
  items(menuTemplate({ words: menuWords.en, mac: false, developer }, actions())).map(
    ({ role }) => role,
  )

const labels = (parts: Partial<ReturnType<typeof actions>> | { openNotices: null }, mac = false) =>
  items(menuTemplate({ ...english, mac }, { ...actions(), ...parts })).map(({ label }) => label)

describe('menuTemplate', () => {
  it('sends a command for every item with words of ours', () => {
    const { command, openLogFolder, openNotices } = actions()
    const ours = items(menuTemplate(english, { command, openLogFolder, openNotices })).filter(
      (item) => item.click,
    )
    for (const item of ours) click(item)
    expect(command.mock.calls.flat()).toEqual([
      'new-booking',
      'book-now',
      'search',
      'search',
      'print-day',
      'export',
      'sync',
      'sync',
      'show-settings',
      'today',
      'previous',
      'next',
      'go-to-date',
      'show-calendar',
      'show-requests',
      'show-clients',
      'show-sync',
      'show-day',
      'show-week',
      'show-list',
      'show-keys',
    ])
    expect(openLogFolder).toHaveBeenCalledOnce()
    expect(openNotices).toHaveBeenCalledOnce()
  })

  it.each([true, false])('never takes a bare key from the fields (macOS: %s)', (mac) => {
    const taken = items(menuTemplate({ ...english, mac }, actions())).filter(
      ({ accelerator, registerAccelerator }) =>
        accelerator !== undefined &&
        registerAccelerator !== false &&
        !/^(CmdOrCtrl\+|F\d)/.test(accelerator),
    )
    expect(taken).toEqual([])
  })

  it('gives no key to two items', () => {
    const keys = items(menuTemplate(english, actions())).flatMap(
      ({ accelerator }) => accelerator ?? [],
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(
      expect.arrayContaining(['CmdOrCtrl+N', 'CmdOrCtrl+R', 'F5', 'CmdOrCtrl+,']),
    )
  })

  it('has the developer’s tools on the dev server only, and no reload at all', () => {
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
  })

  it('shows licences only where there is a file of them, and the version everywhere', () => {
    expect(labels({})).toContain('Licences of what is in Linework')
    expect(labels({ openNotices: null })).not.toContain('Licences of what is in Linework')
    for (const mac of [false, true])
      expect(labels({}, mac).filter((label) => label === 'About Linework')).toHaveLength(1)
  })

  it.each(['en', 'de'] as const)('has words of ours for every item (%s)', (language) => {
    const template = menuTemplate({ words: menuWords[language], mac: true }, actions())
    const wordless = items(template).filter(
      ({ label, role, type }) => !label && type !== 'separator' && role !== 'appMenu',
    )
    expect(wordless).toEqual([])
  })
})

describe('trayTemplate', () => {
  it('books, synchronises and quits; a booking brings up the window first', () => {
    const called: string[] = []
    const note = (what: string) => () => void called.push(what)
    const template = trayTemplate(menuWords.de, {
      command: (command) => void called.push(command),
      show: note('show'),
      quit: note('quit'),
    })
    expect(items(template).flatMap(({ label }) => label ?? [])).toEqual([
      'Linework zeigen',
      'Neue Buchung',
      'Jetzt abgleichen',
      'Beenden',
    ])
    for (const item of template) click(item)
    expect(called).toEqual(['show', 'show', 'new-booking', 'sync', 'quit'])
  })
})
