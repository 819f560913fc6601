import { useEffect } from 'react'
import { create } from 'zustand'
import type { Topic } from '../../contract/announcements.ts'
import type { AnswerOf, InputOf, QuestionName } from '../../contract/questions.ts'
import type { Failure, FailureKind } from '../../domain/failure.ts'
import { askQuietly } from '../bridge.ts'
import { shareItems } from './share.ts'

/** What makes an answer old: a part of the database changed, or the sync went on. */
export type Cause = Topic | 'sync-status'

export interface Answer<T> {
  /** The newest answer; undefined until there is one. */
  readonly value: T | undefined
  /** Why the newest question was not answered; the value is then the one before. */
  readonly failure: Failure | null
}

const refreshers = new Set<(causes: readonly Cause[] | 'all') => void>()

/** What this computer fails at, whatever was asked. */
const own = new Set<FailureKind>([
  'internal',
  'disk-full',
  'database-corrupt',
  'database-read-only',
])

const useFailed = create<Record<string, Failure>>(() => ({}))

/** Why something on the screen is not the newest there is, while that is so. */
export const useOutdated = (): Failure | undefined =>
  useFailed((failed) => Object.values(failed)[0])

const noteFailed = (key: string, failure: Failure | null): void => {
  const { [key]: before, ...others } = useFailed.getState()
  if (failure) useFailed.setState({ [key]: failure })
  else if (before) useFailed.setState(others, true)
}

/** Asks again what is shown and made from what changed; what is not shown is dropped. */
export const refreshAnswers = (causes: readonly Cause[] | 'all'): void => {
  for (const refresh of refreshers) refresh(causes)
}

/**
 * A hook for the answer to one question, kept up to date while it is shown. All who ask with the
 * same input share one answer. Asks nothing while `when` is false.
 */
export const answerTo = <Name extends QuestionName>(name: Name, madeFrom: readonly Cause[]) => {
  const nothing: Answer<AnswerOf<Name>> = { value: undefined, failure: null }
  const useAnswers = create<Record<string, Answer<AnswerOf<Name>>>>(() => ({}))
  const inputs = new Map<string, InputOf<Name> | undefined>()
  /** How many places show each answer, and the number of the newest time it was asked for. */
  const shown = new Map<string, { watchers: number; turn: number }>()

  const refresh = async (key: string): Promise<void> => {
    const entry = shown.get(key)
    if (!entry) return
    const turn = ++entry.turn
    const result = await askQuietly(name, inputs.get(key))
    if (shown.get(key) !== entry || entry.turn !== turn) return
    useAnswers.setState(({ [key]: before = nothing }) => ({
      [key]: result.ok
        ? { value: shareItems(before.value, result.value), failure: null }
        : { value: before.value, failure: result.error },
    }))
    const { value, failure } = useAnswers.getState()[key] ?? nothing
    const outdated = value !== undefined && failure && own.has(failure.kind)
    noteFailed(name + key, outdated ? failure : null)
  }

  const watch = (key: string): (() => void) => {
    const entry = shown.get(key) ?? { watchers: 0, turn: 0 }
    shown.set(key, entry)
    entry.watchers += 1
    if (entry.watchers === 1) void refresh(key)
    return () => {
      entry.watchers -= 1
      if (entry.watchers > 0) return
      shown.delete(key)
      noteFailed(name + key, null)
    }
  }

  /** What was refused for want of the PIN may be answered now. */
  const refreshRefused = (): void => {
    for (const [key, { failure }] of Object.entries(useAnswers.getState()))
      if (failure?.kind === 'pin-needed') void refresh(key)
  }

  refreshers.add((causes) => {
    if (causes !== 'all' && causes.includes('pin')) refreshRefused()
    if (causes !== 'all' && !madeFrom.some((cause) => causes.includes(cause))) return
    const kept = Object.entries(useAnswers.getState()).filter(([key]) => shown.has(key))
    useAnswers.setState(Object.fromEntries(kept), true)
    for (const key of shown.keys()) void refresh(key)
  })

  return (input?: InputOf<Name>, when = true): Answer<AnswerOf<Name>> => {
    const key = JSON.stringify(input ?? null)
    if (!inputs.has(key)) inputs.set(key, input)
    const answer = useAnswers((answers) => answers[key])
    useEffect(() => (when ? watch(key) : undefined), [key, when])
    return answer ?? nothing
  }
}
