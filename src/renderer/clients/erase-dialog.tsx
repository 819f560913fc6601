import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import type { Failure } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { tell } from '../stores/toasts.ts'
import { useView } from '../stores/view.ts'
import { Checkbox } from '../ui/check-field.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/message.tsx'
import { text } from './text.ts'

/** Asks twice before everything about a person is removed: there is no way back. */
export const EraseDialog = ({ client, onClose }: { client: Client; onClose: () => void }) => {
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const erase = async (): Promise<void> => {
    setBusy(true)
    const result = await ask('clients.erase', { id: client.id })
    setBusy(false)
    if (!result.ok) return setFailure(result.error)
    const { appointmentsKept, eventsLeft } = result.value
    tell('ok', text.erased(appointmentsKept), eventsLeft > 0 ? text.eventsLeft(eventsLeft) : '')
    useView.setState({ clientId: null })
    onClose()
  }
  return (
    <Confirm
      title={text.eraseTitle(client.name)}
      confirm={text.eraseConfirm}
      back={text.cancel}
      danger
      busy={busy}
      disabled={!sure}
      onConfirm={() => void erase()}
      onClose={onClose}
    >
      <p>{text.eraseBody}</p>
      {failure && <FailureNote failure={failure} />}
      <Checkbox value={sure} onChange={setSure}>
        {text.eraseSure}
      </Checkbox>
    </Confirm>
  )
}
