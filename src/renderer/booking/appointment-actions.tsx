import { Ban, CalendarClock, CalendarPlus, Check, DoorOpen, Pencil } from 'lucide-react'
import { useState } from 'react'
import { mayBecome, type Status } from '../../domain/appointment.ts'
import type { Availability } from '../../domain/availability.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { bookNext } from '../stores/book-next.ts'
import { approve, callOff, mark } from '../stores/changes.ts'
import { draftOf } from '../stores/draft.ts'
import { openBooking } from '../stores/drawer.ts'
import { openProposal } from '../stores/proposal.ts'
import { useZone } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
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
  const [cancelling, setCancelling] = useState(false)
  const zone = useZone()
  const { status } = appointment
  const pending = status === 'PENDING'

  const to = (next: 'ARRIVED' | 'COMPLETED' | 'NO_SHOW' | 'CONFIRMED') => () =>
    void mark(appointment, next)
  const may = (next: Status): boolean => !pending && next !== status && mayBecome(status, next)
  const warned = availability !== null && !availability.available && availability.overrulable
  const taken = availability !== null && !availability.available && !availability.overrulable
  return (
    <div className={styles.actions}>
      {pending && (
        <Button look="ink" isDisabled={taken} onPress={() => void approve(appointment)}>
          <Check {...icon} />
          {warned ? text.approveAnyway : text.approve}
        </Button>
      )}
      {pending && (
        <Button onPress={() => openProposal(appointment)}>
          <CalendarClock {...icon} />
          {text.propose}
        </Button>
      )}
      {may('ARRIVED') && (
        <Button look={status === 'CONFIRMED' ? 'ink' : 'plain'} onPress={to('ARRIVED')}>
          <DoorOpen {...icon} />
          {text.arrived}
        </Button>
      )}
      {may('COMPLETED') && (
        <Button look={status === 'ARRIVED' ? 'ink' : 'plain'} onPress={to('COMPLETED')}>
          <Check {...icon} />
          {text.completed}
        </Button>
      )}
      {may('NO_SHOW') && (
        <Button onPress={to('NO_SHOW')}>
          <Ban {...icon} />
          {text.noShow}
        </Button>
      )}
      {may('CONFIRMED') && <Button onPress={to('CONFIRMED')}>{text.confirmedAgain}</Button>}
      {status !== 'CANCELLED' && (
        <Button onPress={() => openBooking(draftOf(appointment, zone))}>
          <Pencil {...icon} />
          {text.edit}
        </Button>
      )}
      {!pending && (
        <Button onPress={() => bookNext(appointment, zone)}>
          <CalendarPlus {...icon} />
          {text.bookNext}
        </Button>
      )}
      {status !== 'CANCELLED' && mayBecome(status, 'CANCELLED') && (
        <Button look="danger" onPress={() => setCancelling(true)}>
          {pending ? text.decline : text.cancel}
        </Button>
      )}
      {cancelling && (
        <CancelDialog appointment={appointment} onClose={() => setCancelling(false)} />
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
  const { clientName, status } = appointment
  const pending = status === 'PENDING'
  const confirm = (reason: string): void => {
    onClose()
    void callOff(appointment, reason)
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
