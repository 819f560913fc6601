import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askOf } from '../support/ask-window.ts'
import { electronArguments, launchLinework, type RunningLinework } from '../support/electron.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-shell-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('the locked-down window', () => {
  let running: RunningLinework
  let userData: string
  beforeAll(async () => {
    userData = newFolder()
    running = await launchLinework({ userData })
    await running.window.waitForLoadState()
  })
  afterAll(() => running.close())

  it('is sandboxed and isolated, and has no Node', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }): unknown => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents ?? {}
      // Electron has this for its own tests, without a type.
      return Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
    const seen = await running.window.evaluate(() => ({
      node: ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in window),
      bridge: Object.keys(window.linework).toSorted(),
      origin: location.origin,
    }))
    expect(seen).toEqual({ node: [], bridge: ['ask', 'hear'], origin: 'app://linework' })
  })

  it('serves its own files with a strict policy, and no others', async () => {
    const answers = await running.app.evaluate(async ({ net }) => {
      const paths = [
        '',
        'index.html',
        '..%2f..%2fpackage.json',
        '..%2fmain%2findex.js',
        '%2e%2e/%2e%2e/main/index.js',
        'linework.db',
        'nothing.js',
      ]
      return Promise.all(
        paths.map(async (path) => {
          const { status, headers } = await net.fetch(`app://linework/${path}`)
          return { path, status, policy: headers.get('content-security-policy') }
        }),
      )
    })
    for (const { path, status, policy } of answers) {
      expect([path, status]).toEqual([path, path === '' || path === 'index.html' ? 200 : 404])
      if (status === 200) expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    }
  })

  it('loads its own page without breaking its own policy', async () => {
    const refused: string[] = []
    running.window.on('console', (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text())) refused.push(message.text())
    })
    await running.window.reload()
    await running.window.evaluate(() => document.fonts.ready.then(() => true))
    expect(refused).toEqual([])
  })

  it('runs no inline script and reaches no network', async () => {
    const outcome = await running.window.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.head.append(script)
      const image = document.createElement('div')
      image.innerHTML = '<img src="x" onerror="document.title = \'taken over\'">'
      document.body.append(image)
      const fetched = await fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      )
      image.remove()
      script.remove()
      return { title: document.title, fetched }
    })
    expect(outcome).toEqual({ title: 'Linework', fetched: 'refused' })
  })

  it('goes nowhere, opens no second window, and hands on only links for people', async () => {
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Reflect.set(globalThis, 'openedOutside', opened)
      shell.openExternal = async (url) => {
        opened.push(url)
      }
    })
    const results = await running.window.evaluate(async () => {
      const links = [
        'https://nextcloud.com/',
        'mailto:kit@example.com',
        'http://example.com/',
        'file:///etc/passwd',
        'app://linework/index.html',
      ]
      const windows = links.map((link) => window.open(link))
      const frame = document.createElement('iframe')
      frame.src = 'app://linework/index.html'
      document.body.append(frame)
      location.href = 'https://example.org/'
      await window.linework.ask('studio.state')
      const inside = frame.contentDocument?.querySelector('#root') ?? null
      frame.remove()
      return { windows, inside, href: location.href }
    })
    expect(results.windows).toEqual([null, null, null, null, null])
    expect(results.inside).toBeNull()
    expect(results.href).toMatch(/^app:\/\/linework\//)
    const main = await running.app.evaluate(({ BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      url: BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
      opened: [...Reflect.get(globalThis, 'openedOutside')].map(String),
    }))
    expect(main.windows).toBe(1)
    expect(main.url).toMatch(/^app:\/\/linework\//)
    expect(main.opened.toSorted()).toEqual([
      'https://example.org/',
      'https://nextcloud.com/',
      'mailto:kit@example.com',
    ])
  })

  it('is denied every permission', async () => {
    const outcome = await running.window.evaluate(async () => {
      const wishes = ['geolocation', 'notifications', 'camera', 'clipboard-read'] as const
      const states = wishes.map(async (name) => {
        // Chromium knows more names than the types do.
        const descriptor = Object.assign({ name: 'geolocation' as const }, { name })
        return (await navigator.permissions.query(descriptor)).state
      })
      const uses = [
        navigator.mediaDevices.getUserMedia({ audio: true }),
        navigator.clipboard.readText(),
      ].map((use) => use.then(String, () => 'denied'))
      return Promise.all([...states, ...uses, Notification.requestPermission()])
    })
    expect(new Set(outcome)).toEqual(new Set(['denied']))
  })

  it('answers only its own window', async () => {
    const answer = await running.app.evaluate(async ({ app, BrowserWindow }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
      })
      await stranger.loadURL('app://linework/')
      const result: unknown = await stranger.webContents.executeJavaScript(
        `linework.ask('studio.state')`,
      )
      stranger.destroy()
      return result
    })
    expect(JSON.parse(String(answer))).toMatchObject({
      ok: false,
      error: { kind: 'not-allowed' },
    })
  })

  it('gets sentences for mistakes, never a stack', async () => {
    const questions = [
      ['clients.create', { name: '' }],
      ['no.such.question'],
      ['__proto__'],
      [{ name: 'studio.state' }],
    ]
    const answers = await running.window.evaluate((each) => {
      const { ask } = window.linework
      return Promise.all(
        each.map(async (question): Promise<unknown> =>
          JSON.parse(await Reflect.apply(ask, null, question)),
        ),
      )
    }, questions)
    expect(answers).toMatchObject(
      ['invalid-input', 'not-allowed', 'not-allowed', 'not-allowed'].map((kind) => ({
        ok: false,
        error: { kind },
      })),
    )
    expect(JSON.stringify(answers)).not.toMatch(/\bat .*\.js|Error:/)
  })

  it('follows a link that a second start was given, and no other', async () => {
    const heard = running.window.evaluate(
      () =>
        new Promise((resolve) => {
          window.linework.hear((said) => {
            if (said.type === 'follow-link') resolve(said.link)
          })
        }),
    )
    for (const link of ['linework://appointment/everything/cancel', 'linework://day/2026-12-24']) {
      const second = spawn(
        String(process.env['LINEWORK_ELECTRON']),
        [...electronArguments(userData), link],
        { stdio: 'ignore' },
      )
      await once(second, 'exit')
    }
    expect(await heard).toEqual({ to: 'day', date: '2026-12-24' })
  })

  it('comes back after its process was killed', async () => {
    const loaded = running.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve(true))
          contents?.forcefullyCrashRenderer()
        }),
    )
    expect(await loaded).toBe(true)
    expect(readFileSync(join(userData, 'logs/linework.log'), 'utf8')).toMatch(/process ended/)
  })

  it('is the only one: a second start gives way', async () => {
    const second = spawn(String(process.env['LINEWORK_ELECTRON']), electronArguments(userData), {
      stdio: 'ignore',
    })
    const [code] = await once(second, 'exit')
    expect(code).toBe(0)
    const windows = await running.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    )
    expect(windows).toBe(1)
  })
})

describe('the sample studio', () => {
  it('opens, takes its picture, survives a restart, and is left without a trace', async () => {
    const userData = newFolder()
    const picture = join(userData, 'window.png')
    const first = await launchLinework({
      userData,
      args: ['--sample'],
      env: { LINEWORK_SCREENSHOT: picture },
    })
    const said = new Promise<string>((resolve) => {
      first.app.process().stdout?.on('data', (chunk) => {
        if (String(chunk).includes('Screenshot: ')) resolve(String(chunk))
      })
    })
    expect(await said).toContain(`Screenshot: ${picture}`)
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG')
    await first.close()

    const second = await launchLinework({ userData })
    const ask = askOf(second.window)
    const answers = {
      before: await ask('studio.state'),
      artists: await ask('artists.list'),
      left: await ask('studio.leaveSample'),
      after: await ask('artists.list'),
    }
    expect(answers).toMatchObject({
      before: { value: { mode: 'sample' } },
      left: { value: { mode: 'new' } },
      after: { value: [] },
    })
    expect(answers.artists).not.toMatchObject({ value: [] })
    expect(existsSync(join(userData, 'sample'))).toBe(false)
    await second.close()
  })
})

describe('starting and ending', () => {
  let running: RunningLinework | null = null
  const start = async (userData: string): Promise<RunningLinework> => {
    running = await launchLinework({ userData })
    return running
  }
  afterEach(() => running?.close().catch(() => undefined))

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'leaves a whole database after %s in the middle of writing',
    async (signal) => {
      const userData = newFolder()
      const { app, window: page } = await start(userData)
      const acknowledged = await page.evaluate(async () => {
        const { ask } = window.linework
        const write = async (count: number): Promise<{ ok: boolean }> =>
          JSON.parse(await ask('settings.update', { studioName: `Studio ${count}` }))
        for (let count = 1; count <= 20; count += 1) if (!(await write(count)).ok) return 0
        const more = async (count: number): Promise<void> => {
          await write(count)
          return more(count + 1)
        }
        void more(21)
        return 20
      })
      expect(acknowledged).toBe(20)
      const child = app.process()
      const ended = once(child, 'exit')
      child.kill(signal)
      expect(await ended).toEqual(signal === 'SIGTERM' ? [0, null] : [null, 'SIGKILL'])

      const database = new Database(join(userData, 'linework.db'))
      expect(database.pragma('quick_check', { simple: true })).toBe('ok')
      const row = database.prepare(`select value from settings where key = 'studioName'`).get()
      const name = String(Reflect.get(Object(row), 'value'))
      expect(Number(/\d+/.exec(name)?.[0])).toBeGreaterThanOrEqual(20)
      database.close()
    },
  )

  it.each([
    ['a person closed it', (linework: RunningLinework) => linework.close()],
    [
      'a signal ended it',
      async ({ app }: RunningLinework) => {
        const ended = once(app.process(), 'exit')
        app.process().kill('SIGTERM')
        await ended
      },
    ],
  ])('opens where the window was when %s', async (_how, end) => {
    const userData = newFolder()
    const bounds = { x: 40, y: 30, width: 1100, height: 700 }
    const first = await start(userData)
    await first.app.evaluate(({ BrowserWindow }, place) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(place)
    }, bounds)
    await end(first)
    const second = await start(userData)
    const restored = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    )
    expect(restored).toEqual(bounds)
  })

  it('opens over a damaged database and says what is wrong', async () => {
    const userData = newFolder()
    writeFileSync(join(userData, 'linework.db'), 'This is not a database. '.repeat(1000))
    const { window: page } = await start(userData)
    const ask = askOf(page)
    const answers = await Promise.all([ask('studio.state'), ask('artists.list')])
    expect(answers).toMatchObject([
      { ok: true, value: { problem: { kind: 'database-corrupt' } } },
      { ok: false, error: { kind: 'database-corrupt' } },
    ])
  })
})
