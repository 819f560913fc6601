import { useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '../../domain/failure.ts'
import type { AccountView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { useAccounts } from '../stores/reads.ts'
import { isComplete, noAccount, withScheme, type AccountEntry } from '../ui/account-fields.tsx'
import { text } from './text.ts'

export type Way = 'browser' | 'password'

export interface Connecting {
  readonly way: Way
  readonly setWay: (way: Way) => void
  readonly entry: AccountEntry
  readonly setEntry: (entry: AccountEntry) => void
  readonly failure: Failure | null
  /** Asking the server, or waiting for the person in the browser. */
  readonly busy: boolean
  readonly complete: boolean
  readonly go: () => void
  readonly cancel: () => void
}

/** The account is not kept where it fails: nothing tries again by itself. */
const asSeenHere = (failure: Failure): Failure => {
  const remedies: Record<string, string> = text.remedies
  const remedy = remedies[failure.kind]
  return remedy ? { ...failure, remedy } : failure
}

/**
 * Signs in to a server, with the browser or an app password, and looks whether there are calendars.
 * An account that cannot be used is not kept, so a second try does not make a second one.
 */
export const useConnecting = (onDone: (accountId: string) => void): Connecting => {
  const [way, setWay] = useState<Way>('browser')
  const [entry, setEntry] = useState(noAccount)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const accounts = useAccounts().value
  /** The newest try; one that was given up has nothing to say any more. */
  const turn = useRef(0)

  useEffect(
    () => () => {
      turn.current += 1
      void ask('signIn.cancel')
    },
    [],
  )

  const signIn = (): Promise<Result<AccountView>> => {
    const baseUrl = withScheme(entry.baseUrl)
    return way === 'browser'
      ? ask('signIn.start', { baseUrl })
      : ask('accounts.create', { ...entry, baseUrl })
  }

  const connect = async (): Promise<void> => {
    const mine = ++turn.current
    const before = new Set(accounts?.map(({ id }) => id))
    setBusy(true)
    setFailure(null)
    const made = await signIn()
    const isNew = made.ok && !before.has(made.value.id)
    const wanted = made.ok && turn.current === mine
    const found = wanted ? await ask('calendars.discover', { accountId: made.value.id }) : made
    const isGivenUp = turn.current !== mine
    if (isNew && (isGivenUp || !found.ok)) await ask('accounts.remove', { id: made.value.id })
    if (isGivenUp) return
    setBusy(false)
    if (made.ok && found.ok) onDone(made.value.id)
    else if (!found.ok && found.error.kind !== 'cancelled') setFailure(asSeenHere(found.error))
  }

  return {
    way,
    setWay: (chosen) => {
      setWay(chosen)
      setFailure(null)
    },
    entry,
    setEntry,
    failure,
    busy,
    complete: way === 'browser' ? entry.baseUrl.trim() !== '' : isComplete(entry),
    go: () => void connect(),
    cancel: () => {
      turn.current += 1
      setBusy(false)
      void ask('signIn.cancel')
    },
  }
}
