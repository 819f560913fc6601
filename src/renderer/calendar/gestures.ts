import { isLive } from '../../domain/appointment.ts'
import { endDrag, startDrag, useDrag, type Ground } from './drag.ts'
import { frameOf } from './frame.ts'
import { keyOf, type GridColumn } from './grid-column.ts'
import { minutesFrom, type Subject } from './placing.ts'
import { edgePull, pointAt, type Frame, type Point } from './pointing.ts'
import { slotAt } from './scale.ts'

export interface Desk {
  readonly ground: () => Ground
  readonly drop: () => void
  readonly book: (column: GridColumn, minute: number) => void
}

/** So far a mouse may slip in a click, and a finger while it is held; px. */
const SLIP = { mouse: 4, touch: 8 }
/** A finger that rests this long takes what is under it; before, it scrolls. ms */
const HOLD = 350
/** The height of a card's lower edge by which its end is taken, px. */
const GRIP = 8

const at = ({ clientX, clientY }: MouseEvent): Point => ({ x: clientX, y: clientY })

const cardUnder = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null

const inColumn = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-column]') !== null

/** Lets a pointer move, stretch and draw bookings in `view`; returns what takes that away. */
export const attachGestures = (view: HTMLElement, { ground, drop, book }: Desk): (() => void) => {
  const listening = new AbortController()
  const { signal } = listening
  /** The button is down on something that may become a drag. */
  let pressed: {
    readonly begin: () => void
    readonly from: Point
    readonly touch: boolean
  } | null = null
  let hold: ReturnType<typeof setTimeout> | undefined
  let moveTo: ReturnType<typeof startDrag> | null = null
  let last: Point = { x: 0, y: 0 }
  /** A column that must not be left, for ends and new bookings. */
  let bound: number | null = null
  let swallowClick = false

  /** Measured once while something is held, and again after each scroll: measuring costs a layout. */
  let measured: Frame | null = null
  const frame = (): Frame => {
    const now = measured ?? frameOf(view, ground().columns.length)
    measured = moveTo ? now : null
    return now
  }

  const follow = (): void => {
    const { column, minute } = pointAt(frame(), last)
    moveTo?.(bound ?? column, minute)
  }

  const scroll = (): void => {
    if (!moveTo) return
    const { x, y } = edgePull(frame(), last)
    if (x !== 0 || y !== 0) {
      view.scrollBy(bound === null ? x : 0, y)
      measured = null
      follow()
    }
    requestAnimationFrame(scroll)
  }

  const finish = (): void => {
    clearTimeout(hold)
    pressed = null
    moveTo = null
    measured = null
    delete view.dataset['dragging']
  }

  /** What would be dragged from where the pointer went down; null where there is nothing to take. */
  const subjectUnder = (event: PointerEvent, column: number, minute: number): Subject | null => {
    const { columns, zone } = ground()
    const day = columns[column]
    if (!day) return null
    const card = cardUnder(event)
    if (!card) return { kind: 'draw', artistId: day.artist.id, anchor: minute }
    const appointment = day.appointments.find(({ id }) => id === card.dataset['card'])
    if (!appointment || !isLive(appointment.status)) return null
    const low = card.dataset['ends'] === 'here' && event.clientY > bottomOf(card) - GRIP
    return low
      ? { kind: 'resize', appointment }
      : { kind: 'move', appointment, grip: minute - minutesFrom(day.date, appointment.start, zone) }
  }

  const press = (event: PointerEvent): void => {
    swallowClick = false
    if (event.button !== 0 || moveTo || !inColumn(event)) return
    const touch = event.pointerType === 'touch'
    const { column, minute } = pointAt(frame(), at(event))
    const subject = subjectUnder(event, column, minute)
    if (!subject) return
    last = at(event)
    const begin = (): void => {
      clearTimeout(hold)
      pressed = null
      swallowClick = true
      bound = subject.kind === 'move' ? null : column
      moveTo = startDrag(subject, 'pointer', ground)
      view.setPointerCapture(event.pointerId)
      view.dataset['dragging'] = subject.kind
      follow()
      requestAnimationFrame(scroll)
    }
    pressed = { begin, from: last, touch }
    if (touch) hold = setTimeout(begin, HOLD)
  }

  const move = (event: PointerEvent): void => {
    last = at(event)
    if (moveTo) follow()
    else if (!pressed) hover(event)
    else if (Math.hypot(last.x - pressed.from.x, last.y - pressed.from.y) > slipOf(pressed.touch)) {
      if (pressed.touch) finish()
      else pressed.begin()
    }
  }

  const hover = (event: PointerEvent): void => {
    const { columns, grid } = ground()
    const free = event.pointerType === 'mouse' && inColumn(event) && !cardUnder(event)
    const { column, minute } = pointAt(frame(), last)
    const under = free ? columns[column] : undefined
    const next = under ? { column: keyOf(under), minute: onGrid(minute, grid) } : null
    const { hover: before } = useDrag.getState()
    if (before?.column !== next?.column || before?.minute !== next?.minute)
      useDrag.setState({ hover: next })
  }

  const release = (): void => {
    const dragging = moveTo !== null
    finish()
    if (dragging) drop()
  }

  const cancel = (): void => {
    if (moveTo) endDrag()
    finish()
  }

  const click = (event: MouseEvent): void => {
    if (swallowClick) {
      swallowClick = false
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.button !== 0 || !inColumn(event) || cardUnder(event)) return
    const { columns, grid } = ground()
    const { column, minute } = pointAt(frame(), at(event))
    const under = columns[column]
    if (under) book(under, onGrid(minute, grid))
  }

  view.addEventListener('pointerdown', press, { signal })
  view.addEventListener('pointermove', move, { signal })
  view.addEventListener('pointerup', release, { signal })
  view.addEventListener('pointercancel', cancel, { signal })
  view.addEventListener('pointerleave', () => useDrag.setState({ hover: null }), { signal })
  const scrolled = (): void => {
    measured = null
  }
  view.addEventListener('scroll', scrolled, { signal, passive: true })
  view.addEventListener('click', click, { signal, capture: true })
  // A finger that holds something moves it, and scrolls nothing.
  const keepStill = (event: TouchEvent): void => {
    if (moveTo) event.preventDefault()
  }
  view.addEventListener('touchmove', keepStill, { signal, passive: false })
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !moveTo) return
    event.preventDefault()
    event.stopImmediatePropagation()
    cancel()
  }
  window.addEventListener('keydown', escape, { signal, capture: true })
  return () => {
    cancel()
    listening.abort()
  }
}

const slipOf = (touch: boolean): number => (touch ? SLIP.touch : SLIP.mouse)

const bottomOf = (card: HTMLElement): number => card.getBoundingClientRect().bottom

const onGrid = (minute: number, grid: number): number => slotAt(minute, grid, 1)
