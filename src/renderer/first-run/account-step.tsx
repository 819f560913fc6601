import { ArrowRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { AccountFields, isComplete, noAccount, withScheme } from '../ui/account-fields.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { StepFrame } from './step-frame.tsx'
import { text } from './text.ts'

/** The account is not kept: nothing tries again by itself, and there are no Settings yet. */
const asSeenHere = (failure: Failure): Failure => {
  const remedies: Record<string, string> = text.remedies
  const remedy = remedies[failure.kind]
  return remedy ? { ...failure, remedy } : failure
}

interface AccountStepProps {
  onBack: () => void
  onDone: (accountId: string) => void
  children: ReactNode
}

/** Signs in; an account that cannot be used is not kept, so a second try does not make a second one. */
export const AccountStep = ({ onBack, onDone, children }: AccountStepProps) => {
  const [entry, setEntry] = useState(noAccount)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const connect = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const made = await ask('accounts.create', { ...entry, baseUrl: withScheme(entry.baseUrl) })
    const found = made.ok ? await ask('calendars.discover', { accountId: made.value.id }) : made
    if (made.ok && !found.ok) await ask('accounts.remove', { id: made.value.id })
    setBusy(false)
    if (made.ok && found.ok) onDone(made.value.id)
    else if (!found.ok) setFailure(asSeenHere(found.error))
  }
  return (
    <form
      noValidate
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete(entry) && !busy) void connect()
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
            <Button look="ink" size="large" type="submit" isDisabled={!isComplete(entry) || busy}>
              {busy ? text.signingIn : text.nextMatch}
              {busy ? <Spinner /> : <ArrowRight size={16} aria-hidden="true" />}
            </Button>
          </>
        }
      >
        <AccountFields value={entry} onChange={setEntry} failure={failure} autoFocus />
        {failure && !failure.field && <FailureNote failure={failure} />}
      </StepFrame>
    </form>
  )
}
