import { pinPattern } from '../../domain/pin.ts'
import { words } from '../i18n/words.ts'
import { TextField } from './text-field.tsx'

const text = words.pin

/** A PIN that is chosen, typed twice. */
export interface NewPin {
  readonly pin: string
  readonly repeat: string
}

export const noPin: NewPin = { pin: '', repeat: '' }

export const isChosen = ({ pin, repeat }: NewPin): boolean => pinPattern.test(pin) && pin === repeat

interface NewPinFieldsProps {
  value: NewPin
  onChange: (value: NewPin) => void
  autoFocus?: boolean
}

/** Says what is wrong as soon as it is plain: a letter at once, a second that goes another way. */
export const NewPinFields = ({ value, onChange, autoFocus = false }: NewPinFieldsProps) => {
  const { pin, repeat } = value
  const impossible = !/^\d{0,12}$/.test(pin) || (repeat !== '' && !pinPattern.test(pin))
  return (
    <>
      <TextField
        label={text.newPin}
        hint={text.newPinHint}
        type="password"
        numeric
        autoFocus={autoFocus}
        value={pin}
        onChange={(typed) => onChange({ ...value, pin: typed })}
        error={impossible ? text.notAPin : undefined}
      />
      <TextField
        label={text.repeat}
        type="password"
        numeric
        value={repeat}
        onChange={(typed) => onChange({ ...value, repeat: typed })}
        error={!impossible && !pin.startsWith(repeat) ? text.differs : undefined}
      />
    </>
  )
}
