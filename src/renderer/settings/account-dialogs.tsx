import { Globe } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type { AccountView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { Waiting } from '../connect/waiting.tsx'
import { AccountFields, isComplete, noAccount, withScheme } from '../ui/account-fields.tsx'
import { Button } from '../ui/button.tsx'
import { Confirm, Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/message.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useUnsaved } from '../ui/use-unsaved.ts'
import { text } from './text.ts'

export const AddAccountDialog = ({ onClose }: { onClose: () => void }) => {
  const [entry, setEntry] = useState(noAccount)
  const [label, setLabel] = useState('')
  const [calendarBasePath, setBasePath] = useState('/remote.php/dav/calendars')
  const { busy, failure, send } = useSending(onClose)
  const unsaved = useUnsaved({ entry, label, calendarBasePath })
  const save = (): void => {
    const baseUrl = withScheme(entry.baseUrl)
    void send(() => ask('accounts.create', { ...entry, baseUrl, label, calendarBasePath }))
  }
  return (
    <Confirm
      title={text.addAccount}
      confirm={text.save}
      back={text.cancel}
      busy={busy}
      disabled={!isComplete(entry)}
      unsaved={unsaved}
      onConfirm={save}
      onClose={onClose}
    >
      <AccountFields value={entry} onChange={setEntry} failure={failure} autoFocus />
      <TextField label={text.label} hint={text.labelHint} value={label} onChange={setLabel} />
      <TextField
        label={text.basePath}
        hint={text.basePathHint}
        value={calendarBasePath}
        onChange={setBasePath}
      />
      {failure && !failure.field && <FailureNote failure={failure} />}
    </Confirm>
  )
}

export const SignInDialog = ({
  account,
  onClose,
}: {
  account: AccountView
  onClose: () => void
}) => {
  const [username, setUsername] = useState(account.username)
  const [password, setPassword] = useState('')
  const { busy, failure, send } = useSending(onClose)
  const [inBrowser, setInBrowser] = useState(false)
  const unsaved = useUnsaved({ username, password })
  const save = (): void =>
    void send(() => ask('accounts.update', { id: account.id, changes: { username, password } }))
  const signInOutside = async (): Promise<void> => {
    setInBrowser(true)
    await send(() => ask('signIn.start', { baseUrl: account.baseUrl, accountId: account.id }))
    setInBrowser(false)
  }
  useEffect(() => () => void ask('signIn.cancel'), [])
  if (inBrowser)
    return (
      <Dialog title={text.signInAgainTitle(account.label || account.username)} onClose={onClose}>
        <Waiting onCancel={() => void ask('signIn.cancel')} />
      </Dialog>
    )
  return (
    <Confirm
      title={text.signInAgainTitle(account.label || account.username)}
      confirm={text.signInAgain}
      back={text.cancel}
      busy={busy}
      disabled={username.trim() === '' || password === ''}
      unsaved={unsaved}
      onConfirm={save}
      onClose={onClose}
    >
      <div>
        <Button size="small" onPress={() => void signInOutside()}>
          <Globe size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.withBrowser}
        </Button>
      </div>
      <TextField label={text.userName} value={username} onChange={setUsername} />
      <TextField
        label={text.newPassword}
        type="password"
        value={password}
        onChange={setPassword}
        autoFocus
      />
      {failure && <FailureNote failure={failure} />}
    </Confirm>
  )
}

/** Sends once at a time; closes when it went well, shows why when it did not. */
const useSending = (onDone: () => void) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (question: () => ReturnType<typeof ask<'accounts.create'>>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const result = await question()
    setBusy(false)
    if (result.ok) onDone()
    else if (result.error.kind !== 'cancelled') setFailure(result.error)
  }
  return { busy, failure, send }
}
