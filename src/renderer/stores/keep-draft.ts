import type { Draft } from './draft.ts'
import { openDraft, useDrawer, useKeptDraft } from './drawer.ts'

/** Written down this long after the last change, in ms. */
const DELAY_MS = 300

interface Ports {
  readonly save: (draft: string) => void
  readonly clear: () => void
  /** Calls back once after `ms`; the returned function calls it off. */
  readonly later: (ms: number, then: () => void) => () => void
}

/** What is unsaved right now: what is being written, else what was put aside. */
const unsaved = (): Draft | null => openDraft(useDrawer.getState()) ?? useKeptDraft.getState().kept

/** Writes every unsaved booking down, so that it survives a restart; returns what stops it. */
export const keepDrafts = ({ save, clear, later }: Ports): (() => void) => {
  let written: Draft | null = unsaved()
  let callOff: (() => void) | null = null
  const write = (): void => {
    const draft = unsaved()
    if (draft === written) return
    written = draft
    if (draft) save(JSON.stringify(draft))
    else clear()
  }
  const change = (): void => {
    callOff?.()
    callOff = later(DELAY_MS, write)
  }
  const endings = [useDrawer.subscribe(change), useKeptDraft.subscribe(change)]
  return () => {
    callOff?.()
    for (const end of endings) end()
  }
}

const isTime = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'date' in value &&
  typeof value.date === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value.date) &&
  'start' in value &&
  typeof value.start === 'number'

/** True for what `keepDrafts` wrote; an older version of the program may have written something else. */
const isDraft = (value: unknown): value is Draft =>
  isTime(value) &&
  typeof value === 'object' &&
  value !== null &&
  ['id', 'description', 'deposit', 'depositState', 'notes'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  ) &&
  typeof Reflect.get(value, 'minutes') === 'number' &&
  ['editing', 'artistId', 'client'].every((key) => Reflect.get(value, key) !== undefined) &&
  Array.isArray(Reflect.get(value, 'alternates')) &&
  [Reflect.get(value, 'alternates')].flat().every(isTime)

/** Reads a draft that was written down; null for anything else. */
export const readDraft = (text: string | null): Draft | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}
