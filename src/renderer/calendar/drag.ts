import { create } from 'zustand'
import type { Artist } from '../../domain/artist.ts'
import type { Instant, Interval } from '../../domain/interval.ts'
import type { LocalDate } from '../../domain/zone.ts'
import type { GridColumn } from './grid-column.ts'
import { judgeOf, type Judge, type Judgement } from './judge.ts'
import { isUnchanged, placeAt, type Subject } from './placing.ts'

/** What the calendar holds while something is dragged over it. */
export interface Ground {
  readonly columns: readonly GridColumn[]
  readonly grid: number
  readonly zone: string
  readonly now: Instant
}

export interface Drag extends Judgement {
  readonly subject: Subject
  readonly by: 'pointer' | 'keyboard'
  readonly artist: Artist
  readonly date: LocalDate
  readonly time: Interval
  readonly unchanged: boolean
  /** Dropped, and waiting for the calendar to show it there. */
  readonly landing: boolean
}

interface DragState {
  readonly drag: Drag | null
  /** The free slot under the mouse: a column's key, and minutes past midnight. */
  readonly hover: { readonly column: string; readonly minute: number } | null
}

export const useDrag = create<DragState>(() => ({ drag: null, hover: null }))

export const endDrag = (): void => useDrag.setState({ drag: null })

/** The booking that is moved or resized; null while one is drawn. */
export const bookingOf = ({ subject }: Drag) =>
  subject.kind === 'draw' ? null : subject.appointment

const settled: Judgement = {
  verdict: { available: true, reason: null, message: null, blockers: [], overrulable: false },
  fit: null,
  blocking: new Set(),
}

/** Moves `subject` over the calendar; what lies in each column is gathered once. */
export const startDrag = (subject: Subject, by: Drag['by'], ground: () => Ground) => {
  const judges = new WeakMap<GridColumn, Judge>()
  const ignoring = subject.kind === 'draw' ? null : subject.appointment.id

  const judgeIn = (column: GridColumn): Judge => {
    const known = judges.get(column)
    if (known) return known
    const judge = judgeOf(column, ignoring, ground())
    judges.set(column, judge)
    return judge
  }

  /** Holds it at a column and a minute of its day; an end and a new booking stay in their column. */
  return (index: number, minute: number): void => {
    const { columns, grid, zone } = ground()
    const column = columns[index]
    if (!column) return
    const { artist, date } = column
    const time = placeAt(subject, { date, minute }, grid, zone)
    const before = useDrag.getState().drag
    if (
      before?.artist === artist &&
      before.date === date &&
      before.time.start === time.start &&
      before.time.end === time.end
    )
      return
    const unchanged = isUnchanged(subject, artist.id, time)
    const judgement = unchanged ? settled : judgeIn(column)(time)
    const fit = subject.kind === 'move' ? judgement.fit : null
    useDrag.setState({
      drag: { ...judgement, fit, subject, by, artist, date, time, unchanged, landing: false },
      hover: null,
    })
  }
}
