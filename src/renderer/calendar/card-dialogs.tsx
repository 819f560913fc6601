import { Suspense, useEffect } from 'react'
import type { AppointmentView } from '../../domain/views.ts'
import { later } from '../later.ts'
import { callOff } from '../stores/changes.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useCardMenu } from './card-menu-store.ts'
import { text } from './text.ts'

const MoveDialog = later(async () => (await import('./move-dialog.tsx')).MoveDialog)

const giveFocusBack = (): void => {
  const { origin } = useCardMenu.getState()
  if (origin instanceof HTMLElement && origin.isConnected) origin.focus()
}

const close = (): void => useCardMenu.setState({ dialog: null })

/** The dialogs a card's menu leads to. */
export const CardDialogs = () => {
  const dialog = useCardMenu((state) => state.dialog)
  const isOpen = dialog !== null
  useEffect(() => (isOpen ? giveFocusBack : undefined), [isOpen])
  if (!dialog) return null
  const { kind, appointment } = dialog
  return kind === 'move' ? (
    <Suspense>
      <MoveDialog appointment={appointment} onClose={close} />
    </Suspense>
  ) : (
    <CancelDialog appointment={appointment} />
  )
}

const CancelDialog = ({ appointment }: { appointment: AppointmentView }) => {
  const { clientName, status } = appointment
  const pending = status === 'PENDING'
  const cancel = (reason: string): void => {
    close()
    void callOff(appointment, reason)
  }
  return (
    <ReasonDialog
      title={pending ? text.declineTitle(clientName) : text.cancelTitle(clientName)}
      body={text.cancelBody}
      confirm={pending ? text.decline : text.cancelBooking}
      onConfirm={cancel}
      onClose={close}
    />
  )
}
