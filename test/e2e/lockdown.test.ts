import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { portOf } from '../support/servers/process.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'linework-lockdown-'))

const listen = async (answer: RequestListener) => {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '')
    answer(incoming, outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    asked,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Whoever should never be asked anything. */
const openStranger = () =>
  listen((_incoming, outgoing) => {
    outgoing.setHeader('access-control-allow-origin', '*')
    outgoing.end('<title>taken over</title>')
  })

describe('the window', () => {
  const userData = newFolder()
  let running: RunningLinework
  let stranger: Awaited<ReturnType<typeof openStranger>>
  beforeAll(async () => {
    stranger = await openStranger()
    running = await launchLinework({ userData })
    await running.window.waitForLoadState()
  })
  afterAll(async () => {
    await running.close()
    await stranger.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('is denied whatever a page can ask for', async () => {
    const outcome = await running.window.evaluate(async () => {
      const names = [
        'background-fetch',
        'background-sync',
        'camera',
        'clipboard-read',
        'clipboard-write',
        'display-capture',
        'geolocation',
        'idle-detection',
        'local-fonts',
        'microphone',
        'midi',
        'notifications',
        'persistent-storage',
        'screen-wake-lock',
        'storage-access',
        'window-management',
      ]
      const states = names.map(async (name) => {
        // Chromium knows more names than the types do, and not every Chromium all of these.
        const descriptor = Object.assign({ name: 'geolocation' as const }, { name })
        const state = await navigator.permissions.query(descriptor).then(
          (status) => status.state,
          () => 'unknown',
        )
        return `${name}: ${state}`
      })
      const uses = [
        navigator.mediaDevices.getDisplayMedia(),
        navigator.requestMIDIAccess(),
        navigator.storage.persist().then((persists) => persists || Promise.reject(new Error())),
      ].map((use) =>
        use.then(
          () => 'use: granted',
          () => 'use: denied',
        ),
      )
      return Promise.all([...states, ...uses])
    })
    expect(outcome.filter((one) => /: (granted|prompt)$/.test(one))).toEqual([])
    expect(outcome.filter((one) => one.endsWith(': denied')).length).toBeGreaterThan(12)
  })

  it('reads no file of the computer and asks its own scheme for nothing but files', async () => {
    const outcome = await running.window.evaluate(async () => {
      const questions: [string, RequestInit][] = [
        ['file:///etc/passwd', {}],
        ['app://elsewhere/index.html', {}],
        ['app://linework/index.html', {}],
        ['app://linework/index.html', { method: 'POST' }],
      ]
      const answers = questions.map(async ([url, init]) =>
        fetch(url, init).then(
          ({ status }) => status,
          () => 'refused',
        ),
      )
      return Promise.all(answers)
    })
    // The policy has no connect-src: not even its own files are fetched by script.
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused'])
    const fromMain = await running.app.evaluate(async ({ net }) => {
      const statuses = ['POST', 'PUT', 'DELETE', 'GET'].map(async (method) => {
        const { status } = await net.fetch('app://linework/index.html', { method })
        return status
      })
      return Promise.all(statuses)
    })
    expect(fromMain).toEqual([404, 404, 404, 200])
  })

  it('holds no webview, and none can be attached', async () => {
    await running.window.evaluate(async (src) => {
      const view = document.createElement('webview')
      view.setAttribute('src', src)
      view.setAttribute('nodeintegration', '')
      document.body.append(view)
      await window.linework.ask('studio.state')
      view.remove()
    }, stranger.origin)
    const outcome = await running.app.evaluate(({ BrowserWindow, webContents }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      let prevented = false
      const event = {
        preventDefault: () => {
          prevented = true
        },
      }
      for (const heed of contents?.listeners('will-attach-webview') ?? [])
        Reflect.apply(heed, contents, [event, {}, {}])
      return { prevented, contents: webContents.getAllWebContents().length }
    })
    expect(outcome).toEqual({ prevented: true, contents: 1 })
    expect(stranger.asked).toEqual([])
  })

  it('is not led elsewhere by a redirect, even of a page that main opens', async () => {
    const server = await listen((_incoming, outgoing) => {
      outgoing.writeHead(302, { location: `${stranger.origin}/away` }).end()
    })
    const outcome = await running.app.evaluate(async ({ BrowserWindow }, url) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return contents?.loadURL(url).then(
        () => 'loaded',
        () => 'refused',
      )
    }, `${server.origin}/`)
    await server.close()
    expect(outcome).toBe('refused')
    expect([server.asked, stranger.asked]).toEqual([['/'], []])
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.loadURL('app://linework/'),
    )
  })
})

describe('on the dev server', () => {
  const userData = newFolder()
  let running: RunningLinework
  let server: Awaited<ReturnType<typeof listen>>
  let stranger: Awaited<ReturnType<typeof openStranger>>
  beforeAll(async () => {
    stranger = await openStranger()
    server = await listen((incoming, outgoing) => {
      outgoing.setHeader('content-type', 'text/html')
      // A server that would open everything has no say in it.
      outgoing.setHeader('content-security-policy', `default-src * 'unsafe-eval'`)
      outgoing.end(incoming.url === '/' ? '<title>Linework</title><p id="root">dev</p>' : 'other')
    })
    running = await launchLinework({ userData, env: { ELECTRON_RENDERER_URL: server.origin } })
    await running.window.waitForLoadState()
  })
  afterAll(async () => {
    await running.close()
    await server.close()
    await stranger.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('the page has a policy of ours, reaches only its server, and evaluates nothing', async () => {
    expect(await running.window.evaluate(() => location.origin)).toBe(server.origin)
    const outcome = await running.window.evaluate(async (elsewhere) => {
      const [own, other] = await Promise.all(
        ['/x', elsewhere].map(async (url) =>
          fetch(url).then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      )
      // Later, as what the debugger runs may evaluate whatever the policy says.
      const script = document.createElement('script')
      script.textContent = `setTimeout(() => {
        try { document.title = eval('"taken over"') } catch { document.title = 'refused' }
        document.dispatchEvent(new Event('tried'))
      })`
      const tried = new Promise((resolve) => {
        document.addEventListener('tried', resolve)
      })
      document.head.append(script)
      await tried
      return { own, other, eval: document.title }
    }, `${stranger.origin}/`)
    expect(outcome).toEqual({ own: 'reached', other: 'refused', eval: 'refused' })
  })

  it('the page goes nowhere either', async () => {
    const href = await running.window.evaluate(async (elsewhere) => {
      location.href = elsewhere
      await window.linework.ask('studio.state')
      return location.href
    }, `${stranger.origin}/`)
    expect(href).toBe(`${server.origin}/`)
    expect(stranger.asked).toEqual([])
  })
})
