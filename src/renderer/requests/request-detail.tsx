import { CalendarPlus, Check as Tick, Mail, Phone, User, History } from 'lucide-react'
import { useMemo, useState } from 'react'
import { MINUTE } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { depositText } from '../format/deposit.ts'
import { formatDuration, formatMoment, formatWeekdayTime } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { approve, callOff } from '../stores/changes.ts'
import type { Check } from '../stores/availability-watch.ts'
import { useMoney } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { openProposal } from '../stores/proposal.ts'
import { useClientFigures, useHistory } from '../stores/reads.ts'
import { showClient } from '../stores/view.ts'
import { AuditList } from '../ui/audit-list.tsx'
import { TroubleBox } from '../ui/trouble-box.tsx'
import { Button, Key } from '../ui/button.tsx'
import { useLetterKeys } from '../ui/keys.ts'
import { Proposed } from '../ui/proposed.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { StatusTag } from '../ui/tag.tsx'
import { ChangedThere } from './changed-there.tsx'
import { AlternateTime, RequestTime } from './request-time.tsx'
import styles from './requests.module.css'
import { text } from './text.ts'

/** One request with every time the client would take, and the answers to it. */
export const RequestDetail = ({ request, check }: { request: AppointmentView; check: Check }) => {
  const place = usePlace()
  const [declining, setDeclining] = useState(false)
  const { id, alternates } = request
  const { answer } = check
  const mayApprove = answer !== null && (answer.available || answer.overrulable)

  const keys = useMemo(
    () => ({
      a: () => mayApprove && void approve(request),
      p: () => openProposal(request),
      d: () => setDeclining(true),
    }),
    [mayApprove, request],
  )
  useLetterKeys(keys)

  return (
    <section className={styles.detail} aria-label={request.clientName}>
      <div className={styles.scroll}>
        <Head request={request} />
        {request.trouble && (
          <TroubleBox
            trouble={request.trouble}
            onKeep={(keep) =>
              void act('appointments.resolve', { id, version: request.version, keep })
            }
          />
        )}
        <ChangedThere request={request} />
        <Proposed request={request} />
        <h3 className={styles.section}>{text.times}</h3>
        <div className={styles.times}>
          <RequestTime
            request={request}
            interval={request}
            check={check}
            alternate={null}
            onApprove={() => void approve(request)}
          />
          {alternates.map((interval, at) => (
            <AlternateTime
              key={interval.start}
              request={request}
              interval={interval}
              alternate={at}
              onApprove={() => void approve(request, at)}
            />
          ))}
        </div>
        <Details request={request} />
        <Story id={request.id} />
      </div>
      <footer className={styles.foot}>
        <Button
          look="ink"
          size="large"
          isDisabled={!mayApprove}
          onPress={() => void approve(request)}
        >
          <Tick size={16} strokeWidth={2} aria-hidden="true" />
          {text.approveAt(formatWeekdayTime(request.start, place))}
          <Key>A</Key>
        </Button>
        <Button size="large" onPress={() => openProposal(request)}>
          <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
          {text.propose}
          <Key>P</Key>
        </Button>
        <Button look="danger" size="large" onPress={() => setDeclining(true)}>
          {text.decline}
          <Key>D</Key>
        </Button>
      </footer>
      {declining && (
        <ReasonDialog
          title={text.declineTitle(request.clientName)}
          body={text.declineBody}
          confirm={text.confirmDecline}
          onClose={() => setDeclining(false)}
          onConfirm={(reason) => {
            setDeclining(false)
            void callOff(request, reason)
          }}
        />
      )}
    </section>
  )
}

const Head = ({ request }: { request: AppointmentView }) => {
  const place = usePlace()
  const figures = useClientFigures({ id: request.clientId }).value
  const minutes = (request.end - request.start) / MINUTE
  return (
    <>
      <div className={styles.head}>
        <div>
          <div className={styles.asked}>
            <StatusTag status={request.status} />
            {text.asked(formatMoment(request.createdAt, place))}
          </div>
          <h2 dir="auto">{request.clientName}</h2>
          <p>{[request.description, formatDuration(minutes)].filter(Boolean).join(' · ')}</p>
        </div>
        <Button size="small" onPress={() => showClient(request.clientId)}>
          <User size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.clientPage}
        </Button>
      </div>
      <div className={styles.contact} data-selectable>
        {request.clientPhone && (
          <span>
            <Phone size={15} strokeWidth={1.75} aria-hidden="true" />
            {request.clientPhone}
          </span>
        )}
        {request.clientEmail && (
          <span>
            <Mail size={15} strokeWidth={1.75} aria-hidden="true" />
            {request.clientEmail}
          </span>
        )}
        {figures && (
          <span>
            <History size={15} strokeWidth={1.75} aria-hidden="true" />
            {text.visits(figures.visits, figures.noShows)}
          </span>
        )}
      </div>
    </>
  )
}

const Story = ({ id }: { id: string }) => {
  const history = useHistory({ id }).value ?? []
  return (
    <div>
      <h3 className={styles.section}>{text.history}</h3>
      <AuditList entries={history} />
    </div>
  )
}

const Details = ({ request }: { request: AppointmentView }) => {
  const money = useMoney()
  const { notes } = request
  const deposit = depositText(request, money)
  return (
    <div className={styles.pair}>
      {notes && (
        <div>
          <h3 className={styles.section}>{text.notes}</h3>
          <p data-selectable>{notes}</p>
        </div>
      )}
      {deposit && (
        <div>
          <h3 className={styles.section}>{text.deposit}</h3>
          <p>{deposit}</p>
        </div>
      )}
    </div>
  )
}
