import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent } from 'react'
import { useNow } from '../stores/clock.ts'
import { clientName, intervalOf, newDraft } from '../stores/draft.ts'
import { changeDraft, openAppointment, openBooking, useDrawer } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useToday } from '../stores/studio.ts'
import { useView } from '../stores/view.ts'
import { useLanding } from './use-landing.ts'
import { openingOf, type GridColumn } from './grid-column.ts'
import styles from './grid.module.css'
import { Grid } from './grid.tsx'
import { HintBar } from './hint-bar.tsx'
import { MoreButton } from './more-button.tsx'
import type { OutlinedSlot } from './outline.tsx'
import { minuteOn } from './scale.ts'
import { firstMinute } from './scroll.ts'
import { useHands } from './use-hands.ts'

interface DeskGridProps {
  columns: readonly GridColumn[]
  slotMinutes: number
}

/** The grid the desk works with: bookings open, move and stretch, free time takes new ones. */
export const DeskGrid = ({ columns, slotMinutes }: DeskGridProps) => {
  const place = usePlace()
  const now = useNow()
  const today = useToday()
  const view = useRef<HTMLDivElement>(null)
  const recentre = useView((state) => state.recentre)
  const drawer = useDrawer((state) => state.drawer)
  const outlined = useOutlined()
  const { tabStop, focus, onFocus } = useTabStop(columns, view)
  useHands(view, { columns, grid: slotMinutes, place, now, focus, book: bookAt })
  useLanding(columns, focus)
  useFollow(view, outlined)

  const first = columns[0]
  const hasToday = columns.some(({ date }) => date === today)
  const firstShown = useCallback(
    (shown: number) =>
      firstMinute({
        opening: openingOf(columns, place.zone),
        now: hasToday ? minuteOn(now, today, place.zone) : null,
        shown,
      }),
    [columns, place.zone, hasToday, now, today],
  )
  return (
    <div className={styles.desk} onFocus={onFocus}>
      <Grid
        view={view}
        columns={columns}
        now={now}
        place={place}
        selected={drawer?.kind === 'appointment' ? drawer.id : null}
        outlined={outlined}
        tabStop={tabStop}
        firstMinute={firstShown}
        scrollKey={`${first?.date} ${first?.week} ${recentre}`}
        onOpen={openAppointment}
      />
      <MoreButton view={view} columns={columns} />
      <HintBar place={place} grid={slotMinutes} />
    </div>
  )
}

/** Opens the form at a slot, or moves the booking that is being written there. */
const bookAt = ({ artist, date }: GridColumn, start: number): void => {
  if (useDrawer.getState().draft) changeDraft({ artistId: artist.id, date, start })
  else openBooking(newDraft(crypto.randomUUID(), artist.id, { date, start }, artist.sessionMinutes))
}

const cardOf = (view: HTMLElement | null, id: string): HTMLElement | null =>
  view?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null

/** Tab leads to one booking of the grid, the one that had the focus last; arrows lead to the others. */
const useTabStop = (
  columns: readonly GridColumn[],
  view: { readonly current: HTMLElement | null },
) => {
  const [stop, setStop] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const all = columns.flatMap(({ appointments }) => appointments)
  const tabStop = all.some(({ id }) => id === stop) ? stop : (all[0]?.id ?? null)
  useEffect(() => {
    // A booking out of view is drawn once it is the tab stop, and can take the focus then.
    if (wanted.current !== null) cardOf(view.current, wanted.current)?.focus()
    wanted.current = null
  })
  return {
    tabStop,
    focus: useCallback(
      (id: string): void => {
        const card = cardOf(view.current, id)
        card?.focus()
        if (!card) wanted.current = id
        setStop(id)
      },
      [view],
    ),
    onFocus: useCallback((event: FocusEvent): void => {
      const id = event.target.closest<HTMLElement>('[data-card]')?.dataset['card']
      if (id) setStop(id)
    }, []),
  }
}

/** Brings the booking that is being written into view, whenever it stands somewhere else. */
const useFollow = (
  view: { readonly current: HTMLElement | null },
  outlined: (OutlinedSlot & { readonly artistId: string }) | null,
): void => {
  const where = outlined && `${outlined.artistId} ${outlined.start} ${outlined.end}`
  useEffect(() => {
    const grid = view.current
    if (!grid || where === null) return undefined
    const follow = (): void =>
      grid.querySelector('[data-draft]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // Also where the window gets smaller; it begins with a call.
    const resized = new ResizeObserver(follow)
    resized.observe(grid)
    return () => resized.disconnect()
  }, [view, where])
}

const useOutlined = (): (OutlinedSlot & { artistId: string }) | null => {
  const { zone } = usePlace()
  const draft = useDrawer((state) => state.draft)
  const verdict = useDrawer((state) => state.verdict)
  return useMemo(
    () =>
      draft?.artistId
        ? {
            ...intervalOf(draft, draft.minutes, zone),
            artistId: draft.artistId,
            ...(draft.editing ? { editing: draft.editing.id } : {}),
            clientName: clientName(draft),
            refused: verdict !== null && !verdict.available && !verdict.overrulable,
          }
        : null,
    [draft, verdict, zone],
  )
}
