import type { Session, WebContents } from 'electron'
import { devContentPolicy } from './protocol.ts'

/** Links that leave the window open in the person's own browser or mail program, and only these. */
export const mayOpenOutside = (url: string): boolean =>
  URL.canParse(url) && ['https:', 'mailto:'].includes(new URL(url).protocol)

/** The page to sign in at: as above, and on a server of this computer during development. */
export const mayOpenSignIn = (url: string, development: boolean): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (development && protocol === 'http:' && isLocal)
}

/** True for the window's own page, whatever comes after the path. */
export const isOwnPage = (url: string, origin: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}` === origin
}

/** Keeps `contents` on its own page: no navigation, no redirect, no second window, no webview. */
export const confine = (contents: WebContents, openOutside: (url: string) => void): void => {
  const offer = (url: string): void => {
    if (mayOpenOutside(url)) openOutside(url)
  }
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
    if (event.isMainFrame) offer(event.url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    offer(url)
    return { action: 'deny' }
  })
}

/** The window asks for nothing: no camera, no notifications, no clipboard reading, no devices. */
export const denyPermissions = (
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Puts a content policy on the dev server's pages, which come without one. */
export const guardDevServer = (session: Session, origin: string): void => {
  session.webRequest.onHeadersReceived({ urls: [`${origin}/*`] }, ({ responseHeaders }, answer) =>
    answer({
      responseHeaders: {
        ...responseHeaders,
        'content-security-policy': [devContentPolicy(origin)],
      },
    }),
  )
}
