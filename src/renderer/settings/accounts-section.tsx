import { KeyRound, Plus, Search, TriangleAlert, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { AccountView } from '../../domain/views.ts'
import { ConnectDialog } from '../connect/connect-dialog.tsx'
import { act } from '../stores/act.ts'
import { useAccounts } from '../stores/reads.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Confirm } from '../ui/dialog.tsx'
import { Empty } from '../ui/message.tsx'
import { Unanswered } from '../ui/unanswered.tsx'
import { AddAccountDialog, SignInDialog } from './account-dialogs.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

export const AccountsSection = () => {
  const { value: accounts, failure } = useAccounts()
  const [open, setOpen] = useState<'account' | 'connect' | null>(null)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.sections.accounts}</h2>
          <p>{text.noAccountsHint}</p>
        </div>
        <Button onPress={() => setOpen('account')}>{text.addAccount}</Button>
        <Button look="ink" onPress={() => setOpen('connect')}>
          <Plus size={16} strokeWidth={2} aria-hidden="true" />
          {text.connect}
        </Button>
      </div>
      {failure && !accounts && <Unanswered failure={failure} />}
      {accounts?.length === 0 && <Empty below title={text.noAccounts} />}
      <div className={styles.choices}>
        {accounts?.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
      </div>
      {open === 'account' && <AddAccountDialog onClose={() => setOpen(null)} />}
      {open === 'connect' && <ConnectDialog onClose={() => setOpen(null)} />}
    </div>
  )
}

/** Says so where the app password of the browser's sign-in stays valid. */
const removeAccount = async (id: string): Promise<void> => {
  const removed = await act('accounts.remove', { id })
  if (removed.ok && removed.value.appPassword === 'left') tell('warn', text.passwordLeft)
}

const AccountCard = ({ account }: { account: AccountView }) => {
  const [open, setOpen] = useState<'sign-in' | 'calendars' | 'remove' | null>(null)
  const label = account.label || account.username
  const needsSignIn = account.frozen || account.password === 'missing'
  const close = (): void => setOpen(null)
  return (
    <section className={styles.card} aria-label={label}>
      <h3>{label}</h3>
      <p data-selectable>
        {account.username} · {account.baseUrl}
      </p>
      <p className={cx(styles.outcome, needsSignIn ? styles.bad : undefined)}>
        {needsSignIn ? (
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
        ) : (
          <KeyRound size={14} strokeWidth={1.75} aria-hidden="true" />
        )}
        {account.frozen ? text.frozen : text[account.password]}
      </p>
      <div className={styles.buttons}>
        <Button
          size="small"
          look={needsSignIn ? 'ink' : 'plain'}
          onPress={() => setOpen('sign-in')}
        >
          {text.signInAgain}
        </Button>
        <Button size="small" isDisabled={needsSignIn} onPress={() => setOpen('calendars')}>
          <Search size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.findCalendars}
        </Button>
        <Button size="small" look="danger" onPress={() => setOpen('remove')}>
          <Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.remove}
        </Button>
      </div>
      {open === 'sign-in' && <SignInDialog account={account} onClose={close} />}
      {open === 'calendars' && <ConnectDialog accountId={account.id} onClose={close} />}
      {open === 'remove' && (
        <Confirm
          title={text.removeAccountTitle(label)}
          confirm={text.remove}
          danger
          onClose={close}
          onConfirm={() => {
            close()
            void removeAccount(account.id)
          }}
        >
          <p>{text.removeAccountBody}</p>
        </Confirm>
      )}
    </section>
  )
}
