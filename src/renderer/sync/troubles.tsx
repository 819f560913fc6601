import { TriangleAlert } from 'lucide-react'
import type { AppointmentView, Trouble } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'
import { firstName } from '../format/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useAppointments } from '../stores/reads.ts'
import { useArtist } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { moveAppointment, showAppointment } from './go.ts'
import styles from './sync.module.css'
import { text } from './text.ts'
import { say } from '../format/said.ts'

const troubled = { troubled: true }

/** Every appointment that needs a person's decision, each with its two answers. */
export const Troubles = () =>
  useAppointments(troubled).value?.map((appointment, at) =>
    appointment.trouble ? (
      <TroubleCard
        key={appointment.id}
        appointment={appointment}
        trouble={appointment.trouble}
        first={at === 0}
      />
    ) : null,
  )

interface TroubleCardProps {
  appointment: AppointmentView
  trouble: Trouble
  /** Only the first card of a column has an ink button. */
  first: boolean
}

const TroubleCard = ({ appointment, trouble, first }: TroubleCardProps) => {
  const place = usePlace()
  const { zone } = place
  const artist = useArtist(appointment.artistId)
  const { id, version, clientName } = appointment
  const answers = words.common.troubleAnswers[trouble.kind]
  const movable = trouble.kind === 'overlap' || trouble.kind === 'refused'
  const keep = (side: 'theirs' | 'ours') => () =>
    void act('appointments.resolve', { id, version, keep: side }, text.settled)
  return (
    <section
      className={styles.trouble}
      aria-label={`${words.common.troubles[trouble.kind]}: ${clientName}`}
    >
      <h2>
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
        <span>
          {words.common.troubles[trouble.kind]}:{' '}
          {artist ? text.conflict(clientName, firstName(artist.name)) : clientName}
        </span>
      </h2>
      {!(trouble.ours && trouble.theirs) && <p>{say(trouble, place)}</p>}
      <dl>
        {trouble.ours && (
          <div>
            <dt>{words.common.ours}</dt>
            <dd>{say(trouble.ours, place)}</dd>
          </div>
        )}
        {trouble.theirs && (
          <div>
            <dt>{words.common.theirs}</dt>
            <dd>{say(trouble.theirs, place)}</dd>
          </div>
        )}
      </dl>
      <div className={styles.answers}>
        {movable && (
          <Button
            size="small"
            look={first ? 'ink' : 'plain'}
            onPress={() => moveAppointment(appointment, zone)}
          >
            {text.move(clientName)}
          </Button>
        )}
        {answers.theirs && (
          <Button size="small" look={first ? 'ink' : 'plain'} onPress={keep('theirs')}>
            {answers.theirs}
          </Button>
        )}
        <Button size="small" onPress={keep('ours')}>
          {answers.ours}
        </Button>
        <Button look="quiet" size="small" onPress={() => showAppointment(appointment, zone)}>
          {text.details}
        </Button>
      </div>
    </section>
  )
}
