import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Announcement } from '../../contract/announcements.ts'
import { askChannel, hearChannel } from '../../contract/bridge.ts'
import { fail, failed, type Result } from '../../domain/failure.ts'
import type { Log } from '../shell/log.ts'
import { isOwnPage } from '../shell/guard.ts'
import { createPace } from './pace.ts'
import type { Answers } from './handlers.ts'

export interface WindowLine {
  /** Tells the window something it did not ask for; nobody listens while it is closed. */
  readonly announce: (announcement: Announcement) => void
  /** Questions on their way, and when the last one was answered (ms since the epoch). */
  readonly traffic: () => { readonly open: number; readonly quietSince: number }
}

export interface LineOptions {
  /** The window, while there is one. */
  readonly window: () => BrowserWindow | null
  /** The page's origin: `app://linework`, or the dev server's. */
  readonly origin: string
  readonly answers: () => Promise<Answers>
  readonly log: Log
}

/** The only line between main and the window: one channel to ask on, one to hear on. */
export const openWindowLine = ({ window, origin, answers, log }: LineOptions): WindowLine => {
  const pace = createPace(() => performance.now())
  let open = 0
  let quietSince = Date.now()

  const isOurs = ({ senderFrame }: IpcMainInvokeEvent): boolean => {
    const contents = window()?.webContents
    return (
      senderFrame !== null &&
      contents !== undefined &&
      senderFrame === contents.mainFrame &&
      isOwnPage(senderFrame.url, origin)
    )
  }

  const answerTo = async (
    event: IpcMainInvokeEvent,
    name: unknown,
    input: unknown,
  ): Promise<Result<unknown>> => {
    if (!isOurs(event)) {
      log.warn('A question came from a frame that is not the window and was refused')
      return fail('not-allowed', 'Only the window may ask.')
    }
    const refusal = pace(name)
    if (refusal) return failed(refusal)
    open += 1
    try {
      const { answer } = await import('./answer.ts')
      return await answer(await answers(), name, input, log)
    } finally {
      open -= 1
      quietSince = Date.now()
    }
  }

  ipcMain.handle(askChannel, async (event, name: unknown, input: unknown) =>
    JSON.stringify(await answerTo(event, name, input)),
  )

  return {
    announce: (announcement) => {
      const contents = window()?.webContents
      if (contents && !contents.isDestroyed()) contents.send(hearChannel, announcement)
    },
    traffic: () => ({ open, quietSince }),
  }
}
