import { describe, expect, it } from 'vitest'
import { sourceFiles } from './support/imports.ts'

const files = sourceFiles()

/** `domain`, `renderer`, `main/store`, …; the files right below `src/main` are `main`. */
const roomOf = (path: string): string => {
  const [first = '', second = '', third] = path.split('/')
  if (first !== 'main') return first
  return third === undefined ? 'main' : `main/${second}`
}

/** Which rooms each room may look into, besides itself. `main` is compose.ts: it knows everyone. */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  contract: ['domain'],
  preload: ['contract'],
  renderer: ['contract', 'domain'],
  'main/ipc': ['contract', 'domain', 'main/shell'],
  'main/shell': ['contract', 'domain'],
  'main/store': ['contract', 'domain'],
  'main/ical': ['domain'],
  'main/sync': ['contract', 'domain', 'main/store', 'main/ical'],
  'main/caldav': ['domain', 'main/sync'],
  'main/appointments': ['contract', 'domain', 'main/store'],
  'main/clients': ['contract', 'domain', 'main/store'],
  'main/artists': ['contract', 'domain', 'main/store'],
  'main/search': ['contract', 'domain', 'main/store'],
  'main/export': ['contract', 'domain', 'main/store', 'main/ical'],
  'main/settings': ['contract', 'domain', 'main/store'],
  'main/calendars': [
    'contract',
    'domain',
    'main/store',
    'main/sync',
    'main/caldav',
    'main/admin',
    'main/sign-in',
  ],
  'main/import': ['contract', 'domain', 'main/store', 'main/export', 'main/caldav'],
  'main/sign-in': ['domain', 'main/sync', 'main/caldav'],
  'main/backup': ['contract', 'domain', 'main/store', 'main/ical', 'main/clients'],
  'main/diagnostics': ['contract', 'domain', 'main/store', 'main/export'],
  'main/notify': ['contract', 'domain', 'main/store', 'main/sync', 'main/caldav'],
  'main/alerts': ['contract', 'domain', 'main/store', 'main/sync', 'main/admin'],
  'main/admin': ['contract', 'domain', 'main/store'],
  'main/updates': ['domain'],
  'main/sample': ['contract', 'domain', 'main/store'],
}

/** The only rooms or files that may import an outside package. */
const owners: Record<string, readonly string[]> = {
  tsdav: ['main/caldav'],
  saxes: ['main/caldav', 'main/sample'],
  'ical.js': ['main/ical'],
  'rrule-temporal': ['main/ical'],
  'windows-iana': ['main/ical'],
  'drizzle-orm': ['main/store'],
  'better-sqlite3': ['main/store'],
  electron: ['main/index.ts', 'main/ipc', 'main/shell', 'preload'],
  'electron-log': ['main/shell/log.ts'],
  fflate: ['main/diagnostics'],
  ws: ['main/notify'],
  'csv-parse': ['main/import'],
  nodemailer: ['main/alerts/mail.ts'],
  zod: [
    'contract',
    'main/admin',
    'main/ipc',
    'main/notify',
    'main/shell',
    'main/sign-in',
    'main/store',
    'main/sample',
    'main/updates',
  ],
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const within = (path: string, places: readonly string[]): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}/`))

/** `a.ts -> b.ts` for every import that `wrong` picks. */
const offences = (wrong: (path: string, target: string, own: boolean) => boolean): string[] =>
  files.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, own }) => wrong(path, target, own))
      .map(({ target }) => `${path} -> ${target}`),
  )

/** The files whose code, comments aside, matches. */
const mentions = (pattern: RegExp): string[] =>
  files.filter(({ code }) => pattern.test(code)).map(({ path }) => path)

describe('the rooms', () => {
  it('reads the imports of the whole source', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
  })

  it('are all known', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)))
    expect([...rooms].filter((room) => room !== 'main' && !(room in arrows))).toEqual([])
  })

  it('look only into the rooms they may', () => {
    const wrong = offences((path, target, own) => {
      const [from, to] = [roomOf(path), roomOf(target)]
      return own && from !== 'main' && from !== to && !arrows[from]?.includes(to)
    })
    expect(wrong).toEqual([])
  })

  it('leave compose.ts and its neighbours to index.ts', () => {
    const wrong = offences(
      (path, target, own) => own && roomOf(target) === 'main' && roomOf(path) !== 'main',
    )
    expect(wrong).toEqual([])
  })

  it('reach the engine from caldav through its port only', () => {
    const wrong = offences(
      (path, target) =>
        roomOf(path) === 'main/caldav' &&
        roomOf(target) === 'main/sync' &&
        target !== 'main/sync/remote.ts',
    )
    expect(wrong).toEqual([])
  })

  it('name their own files with the ending', () => {
    const wrong = offences(
      (_path, target, own) => own && !/\.(tsx?|css|svg|png|woff2)$/.test(target),
    )
    expect(wrong).toEqual([])
  })
})

const shared = new Set(['ui', 'stores', 'format', 'i18n', 'styles', 'connect'])
/** The folder below `renderer` a file is in; null for those right below it, which join the rest. */
const featureOf = (path: string): string | null => {
  const [first, folder = '', file] = path.split('/')
  return first === 'renderer' && file !== undefined ? folder : null
}

describe('the window', () => {
  it('keeps its screens apart: what they share is in ui, stores, format, i18n or connect', () => {
    const wrong = offences((path, target, own) => {
      const [from, to] = [featureOf(path), featureOf(target)]
      return own && from !== null && to !== null && from !== to && !shared.has(to)
    })
    expect(wrong).toEqual([])
  })

  it('keeps what is shared from knowing a screen', () => {
    const wrong = offences((path, target) => {
      const [from, to] = [featureOf(path), featureOf(target)]
      return from !== null && shared.has(from) && to !== null && !shared.has(to)
    })
    expect(wrong).toEqual([])
  })
})

describe('outside packages', () => {
  it('are imported by the one room that owns them', () => {
    const wrong = offences((path, target, own) => {
      const places = owners[packageOf(target)]
      return !own && places !== undefined && !within(path, places)
    })
    expect(wrong).toEqual([])
  })

  it('do not reach the domain, and Node does not reach the window', () => {
    expect(offences((path, _target, own) => roomOf(path) === 'domain' && !own)).toEqual([])
    const node = offences(
      (path, target) =>
        target.startsWith('node:') && ['contract', 'renderer', 'preload'].includes(roomOf(path)),
    )
    expect(node).toEqual([])
  })
})

describe('the line between main and the window', () => {
  it('has one end in main', () => {
    expect(mentions(/\bipcMain\b/)).toEqual(['main/ipc/window-line.ts'])
    expect(mentions(/\bcontents\.send\(|\bwebContents\.send\(/i)).toEqual([
      'main/ipc/window-line.ts',
    ])
  })

  it('has one end in the preload script and one in the window', () => {
    expect(mentions(/\bipcRenderer\b/)).toEqual(['preload/index.ts'])
    expect(mentions(/\bwindow\.linework\b/)).toEqual(['renderer/bridge.ts'])
  })
})
