import { Plus, X } from 'lucide-react'
import type { Artist } from '../../domain/artist.ts'
import { addDays } from '../../domain/zone.ts'
import { verdictOf } from '../format/verdict.ts'
import { useAvailability } from '../stores/availability.ts'
import { useNow } from '../stores/clock.ts'
import { intervalOf, type Draft, type DraftTime } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { DateField } from '../ui/date-field.tsx'
import { Handle, moved, useReorder } from '../ui/reorder.tsx'
import { TimeField } from '../ui/time-field.tsx'
import { VerdictSign } from '../ui/verdict.tsx'
import tones from '../ui/availability.module.css'
import styles from './booking.module.css'
import { text } from './text.ts'

const MOST = 10

const put = (alternates: readonly DraftTime[]): void => changeDraft({ alternates })

/** Other times the client would take, best first, each with its own check. */
export const Alternates = ({ draft, artist }: { draft: Draft; artist: Artist | undefined }) => {
  const { alternates } = draft
  const last = alternates.at(-1) ?? draft
  const order = useReorder((from, to) => put(moved(alternates, from, to)))
  return (
    <div className={styles.group}>
      <div className={styles.caption}>
        <div>
          {text.alternates} <span>{text.alternatesAside}</span>
        </div>
        {alternates.length < MOST && (
          <button
            type="button"
            className={styles.add}
            onClick={() => put([...alternates, { date: addDays(last.date, 1), start: last.start }])}
          >
            <Plus size={14} aria-hidden="true" />
            {text.add}
          </button>
        )}
      </div>
      {alternates.length > 0 && (
        <div className={styles.alternates}>
          {alternates.map((time, at) => (
            <Alternate
              // Alternates have no names of their own; their place is what they are.
              key={`alternate ${at + 1}`}
              row={order.row(at)}
              handle={order.handle(at)}
              number={at + 1}
              time={time}
              draft={draft}
              artist={artist}
              onChange={(changed) => put(alternates.with(at, changed))}
              onRemove={() => put(alternates.toSpliced(at, 1))}
            />
          ))}
        </div>
      )}
    </div>
  )
}

type Order = ReturnType<typeof useReorder>

interface AlternateProps {
  row: ReturnType<Order['row']>
  handle: ReturnType<Order['handle']>
  number: number
  time: DraftTime
  draft: Draft
  artist: Artist | undefined
  onChange: (time: DraftTime) => void
  onRemove: () => void
}

const Alternate = (props: AlternateProps) => {
  const { number, time, draft, artist, onChange, onRemove } = props
  const place = usePlace()
  const check = useAvailability(
    artist
      ? {
          artistId: artist.id,
          ...intervalOf(time, draft.minutes, place.zone),
          ...(draft.editing ? { ignoring: draft.editing.id } : {}),
        }
      : null,
  )
  const verdict = verdictOf(check, artist?.name ?? '', useNow(), place)
  return (
    <div className={styles.alternate} {...props.row}>
      <Handle label={text.order(number)} {...props.handle} />
      <DateField
        label={text.alternateDate(number)}
        hideLabel
        value={time.date}
        onChange={(date) => onChange({ ...time, date })}
      />
      <TimeField
        label={text.alternateStart(number)}
        hideLabel
        icon={false}
        value={time.start}
        onChange={(start) => onChange({ ...time, start })}
      />
      <Button look="quiet" size="small" icon aria-label={text.remove} onPress={onRemove}>
        <X size={15} aria-hidden="true" />
      </Button>
      {verdict && (
        <span className={cx(styles.check, tones[verdict.tone])} role="status">
          <VerdictSign verdict={verdict} size={14} />
          {verdict.title}
        </span>
      )}
    </div>
  )
}
