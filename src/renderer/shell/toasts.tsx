import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { dismiss, useToasts, type Toast as ToastData } from '../stores/toasts.ts'
import styles from './shell.module.css'
import { text } from './text.ts'
import { say, sayText } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

const signs = { ok: CircleCheck, info: Info, warn: TriangleAlert, danger: TriangleAlert }

/** How long good news stays; what went wrong stays until it is dismissed. */
const SHOWN_MS = 6_000
/** How long a change can be taken back. */
const UNDO_MS = 10_000

export const Toasts = () => {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className={styles.toasts} role="region" aria-label={text.notices} aria-live="polite">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

const useLines = ({ message, title, detail }: ToastData): { title: string; detail?: string } => {
  const place = usePlace()
  if (typeof message === 'string') return { title: message, ...(detail ? { detail } : {}) }
  const said = say(message, place)
  if (title) return { title, detail: said }
  return { title: said, ...(message.remedy ? { detail: sayText(message.remedy) } : {}) }
}

const Toast = ({ toast }: { toast: ToastData }) => {
  const { id, tone, undo } = toast
  const { title, detail } = useLines(toast)
  const shown = undo ? UNDO_MS : SHOWN_MS
  useEffect(() => {
    if (tone === 'danger') return undefined
    const timer = setTimeout(() => dismiss(id), shown)
    return () => clearTimeout(timer)
  }, [id, tone, shown])
  const Sign = signs[tone]
  return (
    <div className={styles.toast}>
      <Sign size={16} strokeWidth={1.75} aria-hidden="true" />
      <div>
        {title}
        {detail && <small>{detail}</small>}
      </div>
      {undo && (
        <button type="button" className={styles.undo} onClick={undo}>
          {text.undo} <kbd aria-hidden="true">Ctrl Z</kbd>
        </button>
      )}
      <button type="button" aria-label={text.dismiss} onClick={() => dismiss(id)}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
