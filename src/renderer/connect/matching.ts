import { useEffect, useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type { CalendarView } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { useCalendars } from '../stores/reads.ts'
import { connectAll } from './connect-all.ts'
import { bookedTwice, suggestMatches, type Match } from './matches.ts'

export interface Matching {
  /** Null while the server is asked. */
  readonly matches: readonly Match[] | null
  readonly change: (at: number, match: Match) => void
  readonly failure: Failure | null
  readonly busy: boolean
  /** Some artist would be booked in two calendars. */
  readonly clashes: ReadonlySet<string>
  /** What has been connected so far. */
  readonly connected: readonly CalendarView[]
  /** Makes artists and calendars; answers all that was connected, null where something failed. */
  readonly connect: () => Promise<readonly CalendarView[] | null>
}

/** The account's calendars that are nobody's yet, each with a guess whose it is. */
export const useMatching = (accountId: string): Matching => {
  const [matches, setMatches] = useState<readonly Match[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [connected, setConnected] = useState<readonly CalendarView[]>([])
  const known = useCalendars().value

  useEffect(() => {
    if (!known || matches) return undefined
    let current = true
    const taken = new Set(known.map(({ url }) => url))
    const booked = known.filter(({ role }) => role === 'booking').map(({ artistId }) => artistId)
    const discover = async (): Promise<void> => {
      const found = await ask('calendars.discover', { accountId })
      if (!current) return
      if (!found.ok) return setFailure(found.error)
      setMatches(
        suggestMatches(
          found.value.filter(({ url }) => !taken.has(url)),
          new Set(booked),
        ),
      )
    }
    void discover()
    return () => {
      current = false
    }
  }, [accountId, known, matches])

  const connect = async (): Promise<readonly CalendarView[] | null> => {
    let all = connected
    setBusy(true)
    setFailure(null)
    const result = await connectAll(accountId, matches ?? [], (left, made) => {
      setMatches(left)
      if (made) all = [...all, made]
      setConnected(all)
    })
    setBusy(false)
    if (!result.ok) setFailure(result.error)
    return result.ok ? all : null
  }
  return {
    matches,
    change: (at, match) => setMatches((before) => before?.with(at, match) ?? before),
    failure,
    busy,
    clashes: bookedTwice(matches ?? []),
    connected,
    connect,
  }
}
