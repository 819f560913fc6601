import { isLive } from '../../domain/appointment.ts'
import { endDrag, startDrag, useDrag, type Ground } from './drag.ts'
import { reveal } from './frame.ts'
import type { GridColumn } from './grid-column.ts'
import { minutesFrom, type Subject } from './placing.ts'
import { stretchOn } from './scale.ts'

export interface KeyDesk {
  readonly ground: () => Ground
  readonly drop: () => void
  readonly focus: (id: string) => void
  readonly openMenu: (id: string, card: HTMLElement) => void
}

type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

const isArrow = (key: string): key is Arrow => arrows.has(key)

/**
 * The card an arrow leads to: the one before or after in the column, or the nearest by time in the
 * next column that has one. Null at the edges.
 */
export const neighbour = (
  columns: readonly GridColumn[],
  from: { readonly column: number; readonly id: string },
  key: Arrow,
): { column: number; id: string } | null => {
  const listed = columns.map(({ appointments }) =>
    appointments.toSorted((a, b) => a.start - b.start),
  )
  const here = listed[from.column] ?? []
  const index = here.findIndex(({ id }) => id === from.id)
  const current = here[index]
  if (!current) return null
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = here[index + (key === 'ArrowUp' ? -1 : 1)]
    return next && index >= 0 ? { column: from.column, id: next.id } : null
  }
  const step = key === 'ArrowLeft' ? -1 : 1
  const ofDay = (column: number): number => {
    const date = columns[column]?.date ?? ''
    return Date.parse(date)
  }
  for (let at = from.column + step; at >= 0 && at < listed.length; at += step) {
    // In a week the same hour of another day is near, not the last booking of the day before.
    const shift = ofDay(at) - ofDay(from.column)
    const away = (start: number): number => Math.abs(start - shift - current.start)
    const [first, ...others] = listed[at] ?? []
    if (!first) continue
    const nearest = others.reduce(
      (best, one) => (away(one.start) < away(best.start) ? one : best),
      first,
    )
    return { column: at, id: nearest.id }
  }
  return null
}

/** Moves and stretches bookings in `view` by keys, and walks between them; returns what ends it. */
export const attachKeys = (view: HTMLElement, desk: KeyDesk): (() => void) => {
  const { ground, drop, focus, openMenu } = desk
  const listening = new AbortController()
  const { signal } = listening
  let moveTo: ReturnType<typeof startDrag> | null = null
  let held: { kind: Subject['kind']; column: number; minute: number } | null = null

  const isMoving = (): boolean => {
    const { drag } = useDrag.getState()
    return moveTo !== null && drag?.by === 'keyboard' && !drag.landing
  }

  const end = (): void => {
    moveTo = null
    held = null
  }

  const begin = (column: number, id: string, stretch: boolean): boolean => {
    const { columns, zone } = ground()
    const day = columns[column]
    const appointment = day?.appointments.find((one) => one.id === id)
    if (!day || !appointment || !isLive(appointment.status)) return false
    const subject: Subject = stretch
      ? { kind: 'resize', appointment }
      : { kind: 'move', appointment, grip: 0 }
    const from = stretch ? appointment.end : appointment.start
    held = { kind: subject.kind, column, minute: minutesFrom(day.date, from, zone) }
    moveTo = startDrag(subject, 'keyboard', ground)
    return true
  }

  const step = (key: Arrow): void => {
    if (!held || !moveTo) return
    const { columns, grid } = ground()
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      const slots =
        key === 'ArrowUp' ? Math.ceil(held.minute / grid) - 1 : Math.floor(held.minute / grid) + 1
      held.minute = Math.min(Math.max(slots * grid, 0), 24 * 60)
    } else if (held.kind === 'move') {
      const next = held.column + (key === 'ArrowLeft' ? -1 : 1)
      held.column = Math.min(Math.max(next, 0), columns.length - 1)
    }
    moveTo(held.column, held.minute)
    const { drag } = useDrag.getState()
    const stretch = drag && stretchOn(drag.time, drag.date, ground().zone)
    if (stretch) reveal(view, columns.length, held.column, stretch)
  }

  const press = (event: KeyboardEvent): void => {
    const card = event.target instanceof Element && event.target.closest<HTMLElement>('[data-card]')
    const id = card ? card.dataset['card'] : undefined
    if (!card || !id) return
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event
    const done = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (isMoving() && (key === 'Enter' || key === 'Escape')) {
      done()
      if (key === 'Enter') drop()
      else endDrag()
      return end()
    }
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      done()
      return openMenu(id, card)
    }
    if (!isArrow(key) || ctrlKey || metaKey) return
    if (altKey) {
      done()
      if (isMoving() || begin(columnOf(card), id, shiftKey)) step(key)
      return
    }
    if (shiftKey || isMoving()) return
    const next = neighbour(ground().columns, { column: columnOf(card), id }, key)
    done()
    if (next) focus(next.id)
  }

  const leave = (): void => {
    if (!isMoving()) return
    endDrag()
    end()
  }

  view.addEventListener('keydown', press, { signal })
  view.addEventListener('focusout', leave, { signal })
  return () => {
    leave()
    listening.abort()
  }
}

const columnOf = (card: HTMLElement): number =>
  Number(card.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? -1)
