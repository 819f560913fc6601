import { ArrowRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePinState } from '../stores/reads.ts'
import { Button } from '../ui/button.tsx'
import { isChosen, NewPinFields, noPin } from '../ui/new-pin.tsx'
import { StepFrame } from './step-frame.tsx'
import { text } from './text.ts'

interface PinStepProps {
  onBack: () => void
  onDone: () => void
  children: ReactNode
}

/** Protects the settings, or leaves them open; one that was set on the way here stays. */
export const PinStep = ({ onBack, onDone, children }: PinStepProps) => {
  const [chosen, setChosen] = useState(noPin)
  const isSet = usePinState().value?.isSet
  const isEmpty = chosen.pin === '' && chosen.repeat === ''
  const disabled = !isEmpty && !isChosen(chosen)

  const goOn = async (next: () => unknown): Promise<void> => {
    const kept = isEmpty || (await act('pin.set', { pin: chosen.pin })).ok
    if (kept) next()
  }
  return (
    <form
      noValidate
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault()
        if (!disabled) void goOn(onDone)
      }}
    >
      <StepFrame
        steps={children}
        title={text.pinTitle}
        body={text.pinBody}
        hint={text.nothingLeaves}
        buttons={
          <>
            <Button size="large" onPress={onBack}>
              {text.back}
            </Button>
            <Button
              size="large"
              isDisabled={disabled}
              onPress={() => void goOn(() => act('settings.update', { ready: true }))}
            >
              {text.later}
            </Button>
            <Button look="ink" size="large" type="submit" isDisabled={disabled}>
              {text.nextConnect}
              <ArrowRight size={16} aria-hidden="true" />
            </Button>
          </>
        }
      >
        {isSet ? (
          <p role="status">{words.pin.wasSet}</p>
        ) : (
          <NewPinFields value={chosen} onChange={setChosen} autoFocus />
        )}
        <p>{text.pinLater}</p>
      </StepFrame>
    </form>
  )
}
