import { Ellipsis } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { below, openCardMenu } from './card-menu-store.ts'
import styles from './card.module.css'
import type { GridColumn } from './grid-column.ts'
import { text } from './text.ts'

interface Over {
  readonly id: string
  readonly right: number
  readonly bottom: number
}

interface MoreButtonProps {
  view: RefObject<HTMLElement | null>
  columns: readonly GridColumn[]
}

/** Lower cards have no room for it; they have the right mouse button. */
const LOWEST = 56

/** One ⋯ for the whole grid, on the card under the mouse; keys have Shift+F10 for the same menu. */
export const MoreButton = ({ view, columns }: MoreButtonProps) => {
  const [over, setOver] = useState<Over | null>(null)
  useEffect(() => {
    const element = view.current
    if (!element) return undefined
    const follow = ({ target, pointerType, buttons }: PointerEvent): void => {
      if (!(target instanceof Element) || target.closest('[data-more]')) return
      if (buttons !== 0) return
      const card = target.closest<HTMLElement>('[data-card]')
      const id = card?.dataset['card']
      const box = card?.getBoundingClientRect()
      const frame = element.getBoundingClientRect()
      setOver((before) => {
        if (pointerType !== 'mouse' || !id || !box || box.height < LOWEST) return null
        if (before?.id === id) return before
        return { id, right: frame.right - box.right, bottom: frame.bottom - box.bottom }
      })
    }
    const hide = (): void => setOver(null)
    element.addEventListener('pointermove', follow)
    const leave = ({ relatedTarget }: PointerEvent): void => {
      if (!(relatedTarget instanceof Element && relatedTarget.closest('[data-more]'))) hide()
    }
    element.addEventListener('pointerleave', leave)
    element.addEventListener('pointerdown', hide)
    element.addEventListener('scroll', hide, { passive: true })
    return () => {
      element.removeEventListener('pointermove', follow)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('pointerdown', hide)
      element.removeEventListener('scroll', hide)
    }
  }, [view])
  const appointment =
    over && columns.flatMap(({ appointments }) => appointments).find(({ id }) => id === over.id)
  if (!over || !appointment) return null
  return (
    <button
      type="button"
      className={styles.more}
      style={{ right: over.right + 4, bottom: Math.max(4, over.bottom + 4) }}
      tabIndex={-1}
      aria-label={text.menuOf(appointment.clientName)}
      data-more
      onClick={(event) => openCardMenu(appointment, below(event.currentTarget))}
    >
      <Ellipsis size={15} strokeWidth={2} aria-hidden="true" />
    </button>
  )
}
