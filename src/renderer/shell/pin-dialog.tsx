import { useState } from 'react'
import { askQuietly } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { usePinState } from '../stores/reads.ts'
import { useUnlocking } from '../stores/unlock.ts'
import { Confirm } from '../ui/dialog.tsx'
import { formatRemaining, useRemaining } from '../ui/remaining.ts'
import { TextField } from '../ui/text-field.tsx'

const text = words.pin

/** Asks for the PIN where a question needs it. */
export const PinDialog = () => {
  const answer = useUnlocking((unlocking) => unlocking.answer)
  return answer && <PinForm onDone={answer} />
}

const PinForm = ({ onDone }: { onDone: (opened: boolean) => void }) => {
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | undefined>()
  const state = usePinState().value
  const wait = useRemaining(state, 'waitMs')

  const unlock = async (): Promise<void> => {
    setBusy(true)
    const result = await askQuietly('pin.unlock', { pin })
    setBusy(false)
    if (result.ok) return onDone(true)
    setPin('')
    const { kind, message } = result.error
    if (kind === 'pin-wrong') setTrouble(text.wrong)
    else if (kind === 'pin-needed') setTrouble(text.unreadable)
    else if (kind !== 'pin-wait') setTrouble(message)
  }
  return (
    <Confirm
      title={text.enterTitle}
      confirm={text.unlock}
      back={text.cancel}
      busy={busy}
      disabled={pin === '' || wait > 0}
      onConfirm={() => void unlock()}
      onClose={() => onDone(false)}
    >
      <p>{text.enterBody}</p>
      <TextField
        label={text.pin}
        hint={text.forgotten}
        type="password"
        numeric
        autoFocus
        value={pin}
        onChange={(typed) => {
          setPin(typed)
          setTrouble(undefined)
        }}
        error={trouble}
      />
      {wait > 0 && <p role="alert">{text.nextTry(formatRemaining(wait))}</p>}
    </Confirm>
  )
}
