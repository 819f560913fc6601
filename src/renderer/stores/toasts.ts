import { create } from 'zustand'
import type { Failure } from '../../domain/failure.ts'

export interface Toast {
  readonly id: number
  readonly tone: 'ok' | 'warn' | 'danger' | 'info'
  readonly message: string
  readonly detail?: string
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let next = 1

/** Shows a short message in the corner; it stays until it is dismissed or times out on the screen. */
export const tell = (tone: Toast['tone'], message: string, detail?: string): void => {
  const toast: Toast = { id: next++, tone, message, ...(detail ? { detail } : {}) }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }))
}

export const tellFailure = (failure: Failure): void =>
  tell('danger', failure.message, failure.remedy)

export const dismiss = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
