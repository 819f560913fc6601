import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Protocol } from 'electron'

export const appOrigin = 'app://linework'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The one style element the window may add: react-aria's rule for touch, in `usePress`. */
const pressRule = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the built window may load: its own files and nothing from the network. */
export const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' ${hashOf(pressRule)}`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** The dev server adds inline scripts and styles and talks over a web socket; nothing else is open. */
export const devContentPolicy = (origin: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self' 'unsafe-inline'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')

/** The file below `folder` that `url` names, or null for anything the window has no business with. */
export const fileFor = (url: string, folder: string): { path: string; type: string } | null => {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (`${protocol}//${host}` !== appOrigin) return null
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const path = join(folder, name === '/' ? 'index.html' : name)
  const type = types[extname(path)]
  if (!type || name.includes('\0') || !path.startsWith(folder + sep)) return null
  return { path, type }
}

/** Has to happen before the app is ready, or the scheme stays a stranger to fetch and the sandbox. */
export const registerScheme = (protocol: Protocol): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])

/** Serves the built window from `folder` at `app://linework/`. */
export const serveWindow = (protocol: Protocol, folder: string): void => {
  protocol.handle('app', async ({ url, method }) => {
    const file = method === 'GET' ? fileFor(url, folder) : null
    const body = file && (await readFile(file.path).catch(() => null))
    if (!file || !body) return new Response('Not found', { status: 404 })
    const headers = {
      'content-type': file.type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    }
    return new Response(new Uint8Array(body), { headers })
  })
}
