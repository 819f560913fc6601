import type { Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { formatWhen } from '../format/time.ts'
import { verdictOf } from '../format/verdict.ts'
import { useAvailability } from '../stores/availability.ts'
import type { Check } from '../stores/availability-watch.ts'
import { useNow } from '../stores/clock.ts'
import { usePlace } from '../stores/place.ts'
import { useArtist } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Tag } from '../ui/tag.tsx'
import { cx } from '../ui/classes.ts'
import { VerdictSign } from '../ui/verdict.tsx'
import styles from './requests.module.css'
import { text } from './text.ts'

interface RequestTimeProps {
  request: AppointmentView
  interval: Interval
  check: Check
  /** Null for the first choice. */
  alternate: number | null
  onApprove: () => void
}

/** Another time than the first choice, with its own running check. */
export const AlternateTime = (props: Omit<RequestTimeProps, 'check'>) => {
  const { request, interval } = props
  const { artistId, id: ignoring } = request
  const check = useAvailability({ artistId, start: interval.start, end: interval.end, ignoring })
  return <RequestTime {...props} check={check} />
}

/** One time the client would take, and whether it can be approved. */
export const RequestTime = (props: RequestTimeProps) => {
  const { request, interval, check, alternate, onApprove } = props
  const place = usePlace()
  const artist = useArtist(request.artistId)
  const verdict = verdictOf(check, artist?.name ?? '', useNow(), place)
  const { answer } = check
  const warned = answer !== null && !answer.available && answer.overrulable
  const disabled = answer === null || (!answer.available && !answer.overrulable)
  return (
    <div className={styles.time}>
      <span className={styles.number}>{(alternate ?? -1) + 2}</span>
      <div>
        <strong>
          {formatWhen(interval, place)}
          {alternate === null && request.proposed && <Tag tone="stencil">{text.proposed}</Tag>}
        </strong>
        {verdict && (
          <span className={cx(styles.check, styles[verdict.tone])} role="status">
            <VerdictSign verdict={verdict} size={14} />
            <b>{verdict.title}</b>
            {verdict.source}
          </span>
        )}
      </div>
      <Button size="small" isDisabled={disabled} onPress={onApprove}>
        {warned ? text.approveAnyway : text.approve}
      </Button>
    </div>
  )
}
