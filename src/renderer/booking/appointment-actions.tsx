import { Ban, Check, DoorOpen, Pencil } from 'lucide-react'
import { useState } from 'react'
import { mayBecome, type Status } from '../../domain/appointment.ts'
import type { Availability } from '../../domain/availability.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { act } from '../stores/act.ts'
import { draftOf } from '../stores/draft.ts'
import { openBooking } from '../stores/drawer.ts'
import { useZone } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import styles from './booking.module.css'
import { text } from './text.ts'

interface ActionsProps {
  appointment: AppointmentView
  /** Of a request: whether its time is still free. */
  availability: Availability | null
}

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The steps a booking can take from where it is. */
export const AppointmentActions = ({ appointment, availability }: ActionsProps) => {
  const [asking, setAsking] = useState<'cancel' | 'overrule' | null>(null)
  const zone = useZone()
  const { id, version, status } = appointment
  const pending = status === 'PENDING'

  const mark = (next: 'ARRIVED' | 'COMPLETED' | 'NO_SHOW' | 'CONFIRMED') => () =>
    void act('appointments.mark', { id, version, status: next }, text.marked)
  const may = (next: Status): boolean => !pending && next !== status && mayBecome(status, next)
  const approve = (overrule: boolean): void =>
    void act('appointments.approve', { id, version, overrule }, text.approved)
  const warned = availability !== null && !availability.available && availability.overrulable
  const taken = availability !== null && !availability.available && !availability.overrulable
  return (
    <div className={styles.actions}>
      {pending && (
        <Button
          look="ink"
          isDisabled={taken}
          onPress={() => (warned ? setAsking('overrule') : approve(false))}
        >
          <Check {...icon} />
          {warned ? text.approveAnyway : text.approve}
        </Button>
      )}
      {may('ARRIVED') && (
        <Button look={status === 'CONFIRMED' ? 'ink' : 'plain'} onPress={mark('ARRIVED')}>
          <DoorOpen {...icon} />
          {text.arrived}
        </Button>
      )}
      {may('COMPLETED') && (
        <Button look={status === 'ARRIVED' ? 'ink' : 'plain'} onPress={mark('COMPLETED')}>
          <Check {...icon} />
          {text.completed}
        </Button>
      )}
      {may('NO_SHOW') && (
        <Button onPress={mark('NO_SHOW')}>
          <Ban {...icon} />
          {text.noShow}
        </Button>
      )}
      {may('CONFIRMED') && <Button onPress={mark('CONFIRMED')}>{text.confirmedAgain}</Button>}
      <Button onPress={() => openBooking(draftOf(appointment, zone))}>
        <Pencil {...icon} />
        {text.edit}
      </Button>
      {mayBecome(status, 'CANCELLED') && (
        <Button look="danger" onPress={() => setAsking('cancel')}>
          {pending ? text.decline : text.cancel}
        </Button>
      )}
      {asking === 'cancel' && (
        <CancelDialog appointment={appointment} onClose={() => setAsking(null)} />
      )}
      {asking === 'overrule' && (
        <Confirm
          title={text.approveAnyway}
          confirm={text.approve}
          back={text.back}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            approve(true)
          }}
        >
          <p>{availability?.message}</p>
        </Confirm>
      )}
    </div>
  )
}

const CancelDialog = ({
  appointment,
  onClose,
}: {
  appointment: AppointmentView
  onClose: () => void
}) => {
  const { id, version, clientName, status } = appointment
  const pending = status === 'PENDING'
  const confirm = (reason: string): void => {
    onClose()
    const question = pending ? 'appointments.decline' : 'appointments.cancel'
    void act(question, { id, version, reason }, text.cancelled)
  }
  return (
    <ReasonDialog
      title={pending ? text.declineTitle(clientName) : text.cancelTitle(clientName)}
      body={text.cancelBody}
      confirm={pending ? text.declineConfirm : text.cancelConfirm}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
