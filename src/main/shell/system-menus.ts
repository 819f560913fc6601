import { Menu, nativeImage, Tray } from 'electron'
import type { Language } from '../../domain/language.ts'
import { menuTemplate, trayTemplate, type MenuActions } from './menu.ts'
import { menuWords } from './menu-words.ts'

export interface SystemMenusParts {
  readonly mac: boolean
  readonly developer: boolean
  readonly icon: string
  readonly actions: MenuActions & { readonly show: () => void; readonly quit: () => void }
}

export interface SystemMenus {
  /** Shows the menus in `language`, and the icon beside the clock where it is wanted. */
  readonly set: (wanted: { readonly language: Language; readonly tray: boolean }) => void
}

/** The window's menu and the icon beside the clock, made anew when their language changes. */
export const createSystemMenus = ({
  mac,
  developer,
  icon,
  actions,
}: SystemMenusParts): SystemMenus => {
  let shown: Language | null = null
  let tray: Tray | null = null

  const openTray = (): Tray => {
    const opened = new Tray(nativeImage.createFromPath(icon).resize({ width: 22, height: 22 }))
    opened.setToolTip('Linework')
    opened.on('click', actions.show)
    return opened
  }

  return {
    set: (wanted) => {
      const words = menuWords[wanted.language]
      if (shown !== wanted.language)
        Menu.setApplicationMenu(
          Menu.buildFromTemplate(menuTemplate({ words, mac, developer }, actions)),
        )
      shown = wanted.language
      if (!wanted.tray) {
        tray?.destroy()
        tray = null
        return
      }
      tray ??= openTray()
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(words, actions)))
    },
  }
}
