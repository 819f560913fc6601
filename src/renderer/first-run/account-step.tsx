import { ArrowRight, ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { ConnectFields } from '../connect/connect-fields.tsx'
import { useConnecting } from '../connect/connecting.ts'
import { text as connectText } from '../connect/text.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/message.tsx'
import { StepFrame } from './step-frame.tsx'
import { text } from './text.ts'

interface AccountStepProps {
  onBack: () => void
  onDone: (accountId: string) => void
  children: ReactNode
}

/** Signs in to the studio's server. */
export const AccountStep = ({ onBack, onDone, children }: AccountStepProps) => {
  const connecting = useConnecting(onDone)
  const { way, busy, complete, go } = connecting
  const Sign = way === 'browser' ? ExternalLink : ArrowRight
  return (
    <form
      noValidate
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !busy) go()
      }}
    >
      <StepFrame
        steps={children}
        title={text.accountTitle}
        body={text.accountBody}
        hint={text.nothingWritten}
        buttons={
          <>
            <Button size="large" onPress={onBack}>
              {text.back}
            </Button>
            <Button look="ink" size="large" type="submit" isDisabled={!complete || busy}>
              {way === 'browser' ? connectText.openBrowser : connectText.signIn}
              {busy ? <Spinner /> : <Sign size={16} aria-hidden="true" />}
            </Button>
          </>
        }
      >
        <ConnectFields connecting={connecting} />
      </StepFrame>
    </form>
  )
}
