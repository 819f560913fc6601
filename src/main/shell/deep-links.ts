import type { App } from 'electron'
import { readDeepLink, type DeepLink } from '../../domain/deep-link.ts'

const linkIn = (texts: readonly string[]): DeepLink | null =>
  texts.map(readDeepLink).find((link) => link !== null) ?? null

/**
 * Follows `linework://` links: handed to this start, to a second one, or by macOS. The system is told
 * about them only by an installed program. `follow` is called when the program is ready.
 */
export const followDeepLinks = (app: App, follow: (link: DeepLink | null) => void): void => {
  if (app.isPackaged) app.setAsDefaultProtocolClient('linework')
  app.on('second-instance', (_event, argv) => follow(linkIn(argv)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    const link = readDeepLink(url)
    if (link) void app.whenReady().then(() => follow(link))
  })
  const first = linkIn(process.argv)
  if (first) void app.whenReady().then(() => follow(first))
}
