import { GripVertical } from 'lucide-react'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import styles from './reorder.module.css'

/** The list with the item at `from` put before what is at `to`. */
export const moved = <T,>(items: readonly T[], from: number, to: number): T[] => {
  const item = items[from]
  return item === undefined || to < 0 || to >= items.length
    ? [...items]
    : items.toSpliced(from, 1).toSpliced(to, 0, item)
}

interface Reorder {
  /** For the row: takes what is dragged over it. */
  readonly row: (at: number) => {
    onDragOver: (event: DragEvent) => void
    onDrop: (event: DragEvent) => void
  }
  /** For the row's handle. */
  readonly handle: (at: number) => Omit<HandleProps, 'label'>
}

/** Rows of a list in an order that is changed by dragging a handle, or with its arrow keys. */
export const useReorder = (onMove: (from: number, to: number) => void): Reorder => {
  const [dragged, setDragged] = useState<number | null>(null)
  return {
    row: (at) => ({
      onDragOver: (event) => {
        if (dragged === null) return
        event.preventDefault()
        if (dragged === at) return
        onMove(dragged, at)
        setDragged(at)
      },
      onDrop: (event) => event.preventDefault(),
    }),
    handle: (at) => ({
      onStart: () => setDragged(at),
      onEnd: () => setDragged(null),
      onStep: (step) => onMove(at, at + step),
    }),
  }
}

interface HandleProps {
  label: string
  onStart: () => void
  onEnd: () => void
  onStep: (step: 1 | -1) => void
}

/** What a row is taken by. */
export const Handle = ({ label, onStart, onEnd, onStep }: HandleProps) => {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onStep(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <button
      type="button"
      draggable
      aria-label={label}
      title={label}
      className={styles.handle}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        onStart()
      }}
      onDragEnd={onEnd}
      onKeyDown={press}
    >
      <GripVertical size={15} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
