import { useState } from 'react'
import type { CalendarView } from '../../domain/views.ts'
import { Button } from '../ui/button.tsx'
import { Confirm, Dialog, DialogActions } from '../ui/dialog.tsx'
import { ConnectFields } from './connect-fields.tsx'
import { useConnecting } from './connecting.ts'
import { MatchList } from './match-list.tsx'
import { useMatching } from './matching.ts'
import { TestList } from './test-list.tsx'
import { text } from './text.ts'

interface ConnectDialogProps {
  /** Begins with the calendars of an account that is there. */
  accountId?: string
  onClose: () => void
}

/** Connects calendars in three steps: sign in, say whose each one is, test. */
export const ConnectDialog = ({ accountId: given, onClose }: ConnectDialogProps) => {
  const [accountId, setAccountId] = useState(given ?? null)
  const [connected, setConnected] = useState<readonly CalendarView[] | null>(null)
  if (connected) return <TestStep calendars={connected} onClose={onClose} />
  if (accountId === null) return <SignInStep onDone={setAccountId} onClose={onClose} />
  return <MatchStep accountId={accountId} onDone={setConnected} onClose={onClose} />
}

const SignInStep = ({
  onDone,
  onClose,
}: {
  onDone: (accountId: string) => void
  onClose: () => void
}) => {
  const connecting = useConnecting(onDone)
  return (
    <Confirm
      title={text.connectTitle}
      confirm={connecting.way === 'browser' ? text.openBrowser : text.signIn}
      back={text.cancel}
      wide
      busy={connecting.busy}
      disabled={!connecting.complete}
      onConfirm={connecting.go}
      onClose={onClose}
    >
      <ConnectFields connecting={connecting} />
    </Confirm>
  )
}

interface MatchStepProps {
  accountId: string
  onDone: (connected: readonly CalendarView[]) => void
  onClose: () => void
}

const MatchStep = ({ accountId, onDone, onClose }: MatchStepProps) => {
  const matching = useMatching(accountId)
  const { matches, busy, clashes } = matching
  const connect = async (): Promise<void> => {
    const connected = await matching.connect()
    if (connected) onDone(connected)
  }
  const wanted = matches?.some(({ owner }) => !('nobody' in owner)) ?? false
  return (
    <Confirm
      title={text.matchTitle}
      confirm={text.connectAndTest}
      back={text.cancel}
      wide
      busy={busy}
      disabled={!wanted || clashes.size > 0}
      onConfirm={() => void connect()}
      onClose={onClose}
    >
      <p>{text.matchBody}</p>
      <MatchList matching={matching} />
    </Confirm>
  )
}

const TestStep = ({
  calendars,
  onClose,
}: {
  calendars: readonly CalendarView[]
  onClose: () => void
}) => (
  <Dialog title={text.testTitle} onClose={onClose} wide>
    <TestList calendars={calendars} />
    <DialogActions>
      <Button look="ink" onPress={onClose}>
        {text.done}
      </Button>
    </DialogActions>
  </Dialog>
)
