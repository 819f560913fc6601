import { create } from 'zustand'
import type { Failure } from '../../domain/failure.ts'

export interface Toast {
  readonly id: number
  readonly tone: 'ok' | 'warn' | 'danger' | 'info'
  /** What it says, or what went wrong. */
  readonly message: string | Failure
  readonly detail?: string
  /** What did not come about; the failure then says why. */
  readonly title?: string
  /** Takes back what the toast tells of. */
  readonly undo?: () => void
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let next = 1

/** Shows a short message in the corner; it stays until it is dismissed or times out on the screen. */
export const tell = (tone: Toast['tone'], message: string, detail?: string): void => {
  put({ id: next++, tone, message, ...(detail ? { detail } : {}) })
}

/** Says what was done, with a way back that is open for ten seconds. */
export const offerUndo = (message: string, undo: () => Promise<void>): void => {
  const id = next++
  const run = (): void => {
    dismiss(id)
    void undo()
  }
  put({ id, tone: 'ok', message, undo: run })
}

/** Takes back the newest change that can still be taken back; false where there is none. */
export const undoNewest = (): boolean => {
  const newest = useToasts.getState().toasts.findLast(({ undo }) => undo)
  newest?.undo?.()
  return newest !== undefined
}

const put = (toast: Toast): void =>
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }))

/** Says what went wrong, after what did not come about where that is not plain. */
export const tellFailure = (failure: Failure, title?: string): void =>
  put({ id: next++, tone: 'danger', message: failure, ...(title ? { title } : {}) })

export const dismiss = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
