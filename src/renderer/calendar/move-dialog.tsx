import { useState } from 'react'
import { MINUTE } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import { formatDuration, formatWhen } from '../format/time.ts'
import { verdictOf } from '../format/verdict.ts'
import { firstName } from '../format/words.ts'
import { useAvailability } from '../stores/availability.ts'
import { useNow } from '../stores/clock.ts'
import { intervalOf } from '../stores/draft.ts'
import { usePlace } from '../stores/place.ts'
import { reschedule } from '../stores/reschedule.ts'
import { useActiveArtists, useArtist } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import { DateField } from '../ui/date-field.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { TimeField } from '../ui/time-field.tsx'
import { VerdictSign } from '../ui/verdict.tsx'
import styles from './dialogs.module.css'
import { minutesFrom } from './placing.ts'
import { text } from './text.ts'

interface MoveDialogProps {
  appointment: AppointmentView
  onClose: () => void
}

/** Another artist, day or time for a booking, without dragging; its length stays. */
export const MoveDialog = ({ appointment, onClose }: MoveDialogProps) => {
  const place = usePlace()
  const artists = useActiveArtists()
  const { id, clientName, start, end } = appointment
  const [artistId, setArtist] = useState(appointment.artistId)
  const [time, setTime] = useState(() => {
    const date = dateAt(start, place.zone)
    return { date, start: minutesFrom(date, start, place.zone) }
  })
  const artist = useArtist(artistId)
  const target = { artistId, ...intervalOf(time, (end - start) / MINUTE, place.zone) }
  const same = artistId === appointment.artistId && target.start === start
  const check = useAvailability(same ? null : { ...target, ignoring: id })
  const verdict = verdictOf(check, artist?.name ?? '', useNow(), place)
  const refused = check.answer !== null && !check.answer.available && !check.answer.overrulable

  const move = (): void => {
    onClose()
    const when = text.withArtist(formatWhen(target, place), firstName(artist?.name ?? ''))
    void reschedule(appointment, target, text.movedTo(clientName, when))
  }
  return (
    <Confirm
      title={text.moveTitle(clientName)}
      confirm={text.moveHere}
      disabled={same || refused}
      onConfirm={move}
      onClose={onClose}
    >
      <Select
        label={text.artist}
        value={artistId}
        onChange={setArtist}
        choices={artists.map((one) => ({
          id: one.id,
          name: one.name,
          mark: <Monogram artist={one} size={22} />,
        }))}
      />
      <div className={styles.pair}>
        <DateField
          label={text.date}
          value={time.date}
          onChange={(date) => setTime({ ...time, date })}
        />
        <TimeField
          label={text.start}
          value={time.start}
          onChange={(minutes) => setTime({ ...time, start: minutes })}
          invalid={refused}
        />
      </div>
      <div className={cx(styles.line, verdict && styles[verdict.tone])} role="status">
        {verdict ? (
          <>
            <VerdictSign verdict={verdict} />
            <span>
              <strong>{verdict.title}</strong> {verdict.source}
            </span>
          </>
        ) : (
          text.nowAt(formatWhen(appointment, place), formatDuration((end - start) / MINUTE))
        )}
      </div>
    </Confirm>
  )
}
