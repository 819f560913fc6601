import { DAY_MINUTES, PX_PER_MINUTE, toPx, type Stretch } from './scale.ts'

/** Where the grid is on the screen, in px of the window. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly scrollLeft: number
  readonly scrollTop: number
  /** The width of the hours beside the columns, and the height of the rows above them. */
  readonly gutter: number
  readonly head: number
  readonly columnWidth: number
  readonly columns: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The column and the minute of its day under a point; outside the grid the nearest ones. */
export const pointAt = (frame: Frame, { x, y }: Point): { column: number; minute: number } => {
  const across = (x - frame.left + frame.scrollLeft - frame.gutter) / frame.columnWidth
  const down = (y - frame.top + frame.scrollTop - frame.head) / PX_PER_MINUTE
  return {
    column: Math.min(Math.max(Math.floor(across), 0), frame.columns - 1),
    minute: Math.min(Math.max(down, 0), DAY_MINUTES),
  }
}

/** Within this many px of an edge the calendar scrolls under what is dragged, */
const EDGE = 36
/** at most this many px each frame. */
const FASTEST = 14

const pull = (at: number, from: number, to: number): number => {
  const deep = at < from + EDGE ? at - from - EDGE : at > to - EDGE ? at - to + EDGE : 0
  return Math.round(Math.min(Math.max(deep / EDGE, -1), 1) * FASTEST)
}

/** How far the calendar scrolls in the next frame while something is held at a point near its edge. */
export const edgePull = (frame: Frame, { x, y }: Point): Point => ({
  x: pull(x, frame.left + frame.gutter, frame.right),
  y: pull(y, frame.top + frame.head, frame.bottom),
})

/** So much of what is around a card shows with it, px. */
const AROUND = 12

/** Where `from` to `to` shows whole, or its beginning where there is too little room for it. */
const nearest = (at: number, room: number, from: number, to: number): number => {
  if (from < at || to - from > room) return from
  return to > at + room ? to - room : at
}

/** How the calendar has to be scrolled for `stretch` of a column to be seen, and no further. */
export const scrolledTo = (
  frame: Frame,
  column: number,
  { from, to }: Stretch,
): { left: number; top: number } => {
  const { columnWidth, gutter, head } = frame
  const across = column * columnWidth
  return {
    left: nearest(
      frame.scrollLeft,
      frame.right - frame.left - gutter,
      across,
      across + columnWidth,
    ),
    top: nearest(
      frame.scrollTop,
      frame.bottom - frame.top - head,
      toPx(from) - AROUND,
      toPx(to) + AROUND,
    ),
  }
}
