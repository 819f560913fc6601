import { useState } from 'react'
import type { AppointmentView } from '../../domain/views.ts'
import { formatWhen } from '../format/time.ts'
import { firstName } from '../format/words.ts'
import { propose } from '../stores/changes.ts'
import { usePlace } from '../stores/place.ts'
import { closeProposal, useProposal } from '../stores/proposal.ts'
import { useArtist } from '../stores/studio.ts'
import { useTimeChoice } from '../stores/time-choice.ts'
import { Confirm } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TimeChooser } from '../ui/time-chooser.tsx'
import { text } from './text.ts'

/** Another time for a request, open from whichever screen asked for it. */
export const ProposeDialog = () => {
  const request = useProposal((state) => state.request)
  return request && <Proposal key={request.id} request={request} />
}

const Proposal = ({ request }: { request: AppointmentView }) => {
  const place = usePlace()
  const choosing = useTimeChoice(request)
  const [note, setNote] = useState('')
  const { target, same, refused } = choosing
  const artist = useArtist(target.artistId)
  const { clientName } = request

  const send = (): void => {
    closeProposal()
    const when = text.withArtist(formatWhen(target, place), firstName(artist?.name ?? ''))
    void propose(request, target, note, text.proposedTo(clientName, when))
  }
  return (
    <Confirm
      title={text.proposeTitle(clientName)}
      confirm={text.proposeHere}
      disabled={same || refused}
      unsaved={note !== ''}
      onConfirm={send}
      onClose={closeProposal}
    >
      <TimeChooser appointment={request} choosing={choosing} />
      <TextField
        label={text.proposeNote}
        hint={text.proposeHint}
        lines={2}
        value={note}
        onChange={setNote}
      />
    </Confirm>
  )
}
