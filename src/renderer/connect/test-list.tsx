import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Result } from '../../domain/failure.ts'
import type { CalendarView, TestReport, TestStep } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { useArtists } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import { FailureNote, Spinner } from '../ui/message.tsx'
import styles from './connect.module.css'
import { StepList } from './test-steps.tsx'
import { text } from './text.ts'

/** Tests calendars one after the other, and shows how each did. */
export const TestList = ({ calendars }: { calendars: readonly CalendarView[] }) => {
  const reports = useTests(calendars)
  return (
    <ul className={styles.tests} aria-label={text.tests}>
      {calendars.map((calendar) => (
        <TestRow key={calendar.id} calendar={calendar} result={reports.get(calendar.id)} />
      ))}
    </ul>
  )
}

const useTests = (calendars: readonly CalendarView[]): ReadonlyMap<string, Result<TestReport>> => {
  const [results, setResults] = useState<ReadonlyMap<string, Result<TestReport>>>(new Map())
  const ids = calendars.map(({ id }) => id).join(' ')
  useEffect(() => {
    let current = true
    const run = async (): Promise<void> => {
      for (const id of ids === '' ? [] : ids.split(' ')) {
        if (!current) return
        const result = await ask('calendars.test', { id })
        if (current) setResults((before) => new Map(before).set(id, result))
      }
    }
    void run()
    return () => {
      current = false
    }
  }, [ids])
  return results
}

type State = 'running' | 'ok' | 'warned' | 'bad'

const stateOf = (result: Result<TestReport> | undefined): State => {
  if (!result) return 'running'
  if (!result.ok || !result.value.passed) return 'bad'
  return result.value.steps.some(({ outcome }) => outcome === 'warning') ? 'warned' : 'ok'
}

const needsLook = ({ outcome }: TestStep): boolean => outcome === 'warning' || outcome === 'failed'

const signs = { ok: Check, warned: TriangleAlert, bad: X, running: Minus }

interface TestRowProps {
  calendar: CalendarView
  result: Result<TestReport> | undefined
}

const TestRow = ({ calendar, result }: TestRowProps) => {
  const artist = useArtists().find(({ id }) => id === calendar.artistId)
  const state = stateOf(result)
  const Sign = signs[state]
  const name = calendar.name || calendar.calendarId
  return (
    <li>
      <p>
        <strong>{artist ? text.ofArtist(artist.name, name) : name}</strong>
        <span className={cx(styles.outcome, styles[state])} role="status">
          {state === 'running' ? (
            <Spinner size={15} />
          ) : (
            <Sign size={15} strokeWidth={2} aria-hidden="true" />
          )}
          {text.states[state]}
        </span>
      </p>
      {result?.ok === false && <FailureNote failure={result.error} />}
      {result?.ok && <StepList steps={result.value.steps.filter(needsLook)} />}
    </li>
  )
}
