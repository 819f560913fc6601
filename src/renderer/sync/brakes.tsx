import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { CalendarView } from '../../domain/views.ts'
import { act } from '../stores/act.ts'
import { useArtist } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Confirm } from '../ui/dialog.tsx'
import styles from './sync.module.css'
import { text } from './text.ts'

/** Calendars whose sync stopped because it would have cancelled many appointments at once. */
export const Brakes = ({ calendars }: { calendars: readonly CalendarView[] }) =>
  calendars.map((calendar) =>
    calendar.brake ? (
      <BrakeCard key={calendar.id} calendar={calendar} brake={calendar.brake} />
    ) : null,
  )

interface BrakeCardProps {
  calendar: CalendarView
  brake: NonNullable<CalendarView['brake']>
}

const BrakeCard = ({ calendar, brake }: BrakeCardProps) => {
  const [asking, setAsking] = useState(false)
  const artistName = useArtist(calendar.artistId)?.name ?? text.unknownArtist
  const name = calendar.name || calendar.calendarId
  const release = (): void => {
    setAsking(false)
    void act('calendars.releaseBrake', { id: calendar.id })
  }
  return (
    <section className={cx(styles.trouble, styles.brake)} aria-label={text.brakeTitle(artistName)}>
      <h2>
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
        <span>{text.brakeTitle(artistName)}</span>
      </h2>
      <p>{text.brake(name, brake.cancellations, brake.inWindow)}</p>
      <div className={styles.answers}>
        <Button size="small" onPress={() => void act('sync.run', { artistId: calendar.artistId })}>
          {text.brakeRetry}
        </Button>
        <Button size="small" look="danger" onPress={() => setAsking(true)}>
          {text.release}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={text.releaseTitle(brake.cancellations)}
          confirm={text.releaseConfirm}
          back={text.back}
          danger
          onConfirm={release}
          onClose={() => setAsking(false)}
        >
          <p>{text.releaseBody(artistName)}</p>
        </Confirm>
      )}
    </section>
  )
}
