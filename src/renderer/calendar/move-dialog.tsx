import type { AppointmentView } from '../../domain/views.ts'
import { formatWhen } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { usePlace } from '../stores/place.ts'
import { reschedule } from '../stores/reschedule.ts'
import { useArtist } from '../stores/studio.ts'
import { useTimeChoice } from '../stores/time-choice.ts'
import { Confirm } from '../ui/dialog.tsx'
import { TimeChooser } from '../ui/time-chooser.tsx'
import { text } from './text.ts'

interface MoveDialogProps {
  appointment: AppointmentView
  onClose: () => void
}

/** Another artist, day or time for a booking, without dragging; its length stays. */
export const MoveDialog = ({ appointment, onClose }: MoveDialogProps) => {
  const place = usePlace()
  const choosing = useTimeChoice(appointment)
  const { target, same, refused } = choosing
  const artist = useArtist(target.artistId)
  const { clientName } = appointment

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
      <TimeChooser appointment={appointment} choosing={choosing} />
    </Confirm>
  )
}
