import {
  Ban,
  CalendarClock,
  CalendarPlus,
  Check,
  CircleX,
  DoorOpen,
  Move,
  PanelRight,
} from 'lucide-react'
import { mayBecome, type Status } from '../../domain/appointment.ts'
import { bookNext } from '../stores/book-next.ts'
import { approve, mark } from '../stores/changes.ts'
import { openAppointment } from '../stores/drawer.ts'
import { openProposal } from '../stores/proposal.ts'
import { useZone } from '../stores/studio.ts'
import { ContextMenu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { useCardMenu } from './card-menu-store.ts'
import { text } from './text.ts'

const sign = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

const steps = [
  { status: 'ARRIVED', Sign: DoorOpen },
  { status: 'COMPLETED', Sign: Check },
  { status: 'NO_SHOW', Sign: Ban },
] as const

/** What can be done with a booking, from the grid and from the list. */
export const CardMenu = () => {
  const menu = useCardMenu((state) => state.menu)
  const zone = useZone()
  if (!menu) return null
  const { appointment, at } = menu
  const { id, status, clientName } = appointment
  const pending = status === 'PENDING'
  const may = (next: Status): boolean => !pending && next !== status && mayBecome(status, next)
  const ask = (kind: 'move' | 'cancel') => () =>
    useCardMenu.setState({ dialog: { kind, appointment } })
  return (
    <ContextMenu label={clientName} at={at} onClose={() => useCardMenu.setState({ menu: null })}>
      <MenuItem name={text.open} onAction={() => openAppointment(id)}>
        <PanelRight {...sign} />
        {text.open}
      </MenuItem>
      {status !== 'CANCELLED' && (
        <MenuItem name={text.move} onAction={ask('move')}>
          <Move {...sign} />
          {text.move}
        </MenuItem>
      )}
      {pending && (
        <MenuItem name={text.approve} onAction={() => void approve(appointment)}>
          <Check {...sign} />
          {text.approve}
        </MenuItem>
      )}
      {pending && (
        <MenuItem name={text.propose} onAction={() => openProposal(appointment)}>
          <CalendarClock {...sign} />
          {text.propose}
        </MenuItem>
      )}
      {steps
        .filter((step) => may(step.status))
        .map((step) => (
          <MenuItem
            key={step.status}
            name={text.steps[step.status]}
            onAction={() => void mark(appointment, step.status)}
          >
            <step.Sign {...sign} />
            {text.steps[step.status]}
          </MenuItem>
        ))}
      <MenuLine />
      <MenuItem name={text.bookNext} onAction={() => bookNext(appointment, zone)}>
        <CalendarPlus {...sign} />
        {text.bookNext}
      </MenuItem>
      {mayBecome(status, 'CANCELLED') && status !== 'CANCELLED' && (
        <MenuItem name={pending ? text.decline : text.cancelBooking} onAction={ask('cancel')}>
          <CircleX {...sign} />
          {pending ? text.decline : text.cancelBooking}
        </MenuItem>
      )}
    </ContextMenu>
  )
}
