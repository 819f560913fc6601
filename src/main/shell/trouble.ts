import { app, dialog, shell } from 'electron'
import type { Language } from '../../domain/language.ts'
import { troubleWords } from './trouble-words.ts'

/** A bug in main, after which people can go on; a window that crashed too often, and is empty. */
export type TroubleKind = 'bug' | 'window'

export interface TroubleParts {
  readonly language: () => Language
  readonly logFolder: string
  readonly restart: () => void
}

/** Asks a person, in a dialog of the system and once at a time, what to do about the program itself. */
export const askAboutTrouble = ({ language, logFolder, restart }: TroubleParts) => {
  const open = new Set<TroubleKind>()

  const ask = async (kind: TroubleKind): Promise<void> => {
    const words = troubleWords[language()]
    const { message, detail } = words[kind]
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Linework',
      message,
      detail: detail(logFolder),
      buttons: [words.restart, kind === 'bug' ? words.goOn : words.quit, words.showLog],
      defaultId: 0,
      cancelId: 1,
    })
    if (response === 2) {
      void shell.openPath(logFolder)
      return ask(kind)
    }
    if (response === 0) restart()
    else if (kind === 'window') app.quit()
  }

  return async (kind: TroubleKind): Promise<void> => {
    if (open.has(kind) || !app.isReady()) return
    open.add(kind)
    await ask(kind)
    open.delete(kind)
  }
}
