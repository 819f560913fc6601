import { Building2, Palmtree, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TimeOff } from '../../domain/artist.ts'
import { addDays, startOfDate } from '../../domain/zone.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useTimeOff } from '../stores/reads.ts'
import { useArtist, useToday } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Empty, FailureNote } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'
import { timeOffWhen } from './time-off-text.ts'
import { TimeOffDialog } from './time-off-dialog.tsx'

/** As far ahead as anything is planned, in days. */
const AHEAD = 730

/** When artists or the whole studio are away, from today on. */
export const TimeOffSection = () => {
  const { zone } = usePlace()
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const { value, failure } = useTimeOff({
    from: startOfDate(today, zone),
    to: startOfDate(addDays(today, AHEAD), zone),
  })
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.sections.timeOff}</h2>
          <p>{text.timeOffHint}</p>
        </div>
        <Button look="ink" onPress={() => setAdding(true)}>
          <Plus size={16} strokeWidth={2} aria-hidden="true" />
          {text.addTimeOff}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} />}
      {value?.length === 0 && (
        <Empty below title={text.noTimeOff} icon={<Palmtree size={32} strokeWidth={1.5} />} />
      )}
      {value && value.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.who}</th>
              <th scope="col">{text.when}</th>
              <th scope="col">{text.reason}</th>
              <th scope="col">
                <span className="visually-hidden">{text.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {value
              .toSorted((a, b) => a.start - b.start)
              .map((off) => (
                <Row key={off.id} off={off} />
              ))}
          </tbody>
        </table>
      )}
      {adding && <TimeOffDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

const Row = ({ off }: { off: TimeOff }) => {
  const place = usePlace()
  const artist = useArtist(off.artistId)
  const when = timeOffWhen(off, place, useToday())
  const who = off.artistId === null ? text.wholeStudio : (artist?.name ?? '')
  return (
    <tr>
      <td>
        <span className={styles.who}>
          {artist ? (
            <Monogram artist={artist} size={28} />
          ) : (
            <Building2 size={20} strokeWidth={1.6} aria-hidden="true" />
          )}
          <strong>{who}</strong>
        </span>
      </td>
      <td>{when}</td>
      <td>{off.reason}</td>
      <td>
        <Button
          look="quiet"
          icon
          aria-label={text.removeTimeOff(who, when)}
          onPress={() => {
            const question = off.artistId === null ? 'closedDays.remove' : 'timeOff.remove'
            void act(question, { id: off.id }, text.timeOffRemoved)
          }}
        >
          <Trash2 size={15} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </td>
    </tr>
  )
}
