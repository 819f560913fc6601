import { useDrawer } from '../stores/drawer.ts'
import { useView } from '../stores/view.ts'
import { AppointmentDrawer } from './appointment-drawer.tsx'
import { BookingDrawer } from './booking-drawer.tsx'
import { DiscardDialog } from './discard-dialog.tsx'

/** Whatever is open on the right of the calendar; a draft waits there while other screens are on. */
export const DrawerHost = () => {
  const drawer = useDrawer((state) => state.drawer)
  const draft = useDrawer((state) => state.draft)
  const hidden = useView((view) => view.screen !== 'calendar')
  return (
    <>
      {drawer?.kind === 'booking' && draft && (
        <BookingDrawer key={draft.id} draft={draft} hidden={hidden} />
      )}
      {drawer?.kind === 'appointment' && !hidden && (
        <AppointmentDrawer key={drawer.id} id={drawer.id} />
      )}
      <DiscardDialog />
    </>
  )
}
