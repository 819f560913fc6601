import { useState } from 'react'
import type { PinState } from '../../domain/pin.ts'
import type { Failure, Result } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { tell } from '../stores/toasts.ts'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/message.tsx'
import { isChosen, NewPinFields, noPin } from '../ui/new-pin.tsx'
import { TextField } from '../ui/text-field.tsx'

const text = words.pin

/** Sets the first PIN, or another in its place. */
export const ChangePinDialog = ({ isSet, onClose }: { isSet: boolean; onClose: () => void }) => {
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState(noPin)
  const { busy, failure, send } = useChange(text.wasSet, onClose)
  return (
    <Confirm
      title={isSet ? text.changeTitle : text.set}
      confirm={isSet ? text.change : text.set}
      back={text.cancel}
      busy={busy}
      disabled={!isChosen(chosen) || (isSet && current === '')}
      onConfirm={() => void send(() => ask('pin.set', { pin: chosen.pin, current }))}
      onClose={onClose}
    >
      {isSet && <CurrentPin value={current} onChange={setCurrent} failure={failure} />}
      <NewPinFields value={chosen} onChange={setChosen} autoFocus={!isSet} />
      {failure && failure.kind !== 'pin-wrong' && <FailureNote failure={failure} />}
    </Confirm>
  )
}

export const RemovePinDialog = ({ onClose }: { onClose: () => void }) => {
  const [current, setCurrent] = useState('')
  const { busy, failure, send } = useChange(text.wasRemoved, onClose)
  return (
    <Confirm
      title={text.removeTitle}
      confirm={text.removeConfirm}
      back={text.cancel}
      danger
      busy={busy}
      disabled={current === ''}
      onConfirm={() => void send(() => ask('pin.remove', { current }))}
      onClose={onClose}
    >
      <p>{text.removeBody}</p>
      <CurrentPin value={current} onChange={setCurrent} failure={failure} />
      {failure && failure.kind !== 'pin-wrong' && <FailureNote failure={failure} />}
    </Confirm>
  )
}

interface CurrentPinProps {
  value: string
  onChange: (typed: string) => void
  failure: Failure | null
}

const CurrentPin = ({ value, onChange, failure }: CurrentPinProps) => (
  <TextField
    label={text.currentPin}
    type="password"
    numeric
    autoFocus
    value={value}
    onChange={onChange}
    error={failure?.kind === 'pin-wrong' ? text.wrong : undefined}
  />
)

/** Sends once at a time; closes and says so when it went well. */
const useChange = (done: string, onDone: () => void) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (question: () => Promise<Result<PinState>>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const result = await question()
    setBusy(false)
    if (!result.ok) return setFailure(result.error)
    tell('ok', done)
    onDone()
  }
  return { busy, failure, send }
}
