import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newDraft } from '../../src/renderer/stores/draft.ts'
import {
  answerWaiting,
  changeDraft,
  closeDrawer,
  dropDraft,
  openBooking,
  resumeDraft,
  useDrawer,
  useKeptDraft,
} from '../../src/renderer/stores/drawer.ts'
import { keepDrafts, readDraft } from '../../src/renderer/stores/keep-draft.ts'

const blank = newDraft('one', 'mara', { date: '2026-11-24', start: 840 }, 120)

/** What was written down, and a way to let the time pass. */
const desk = () => {
  let shelf: string | null = null
  let waiting: (() => void) | null = null
  const stop = keepDrafts({
    save: (draft) => (shelf = draft),
    clear: () => (shelf = null),
    later: (_ms, then) => {
      waiting = then
      return () => (waiting = null)
    },
  })
  return {
    stop,
    written: () => {
      waiting?.()
      return readDraft(shelf)
    },
  }
}

describe('a draft', () => {
  let here = desk()
  beforeEach(() => {
    here = desk()
  })
  afterEach(() => {
    here.stop()
    dropDraft()
    useKeptDraft.setState({ kept: null })
  })

  it('is written down once something was entered, and is read as it was', () => {
    openBooking(blank)
    expect(here.written()).toBeNull()
    changeDraft({ description: 'Raven', alternates: [{ date: '2026-11-25', start: 600 }] })
    expect(here.written()).toEqual(useDrawer.getState().draft)
  })

  it('waits where it was put aside, and goes on as unsaved', () => {
    openBooking(blank)
    changeDraft({ description: 'Raven' })
    closeDrawer()
    expect(useDrawer.getState().waiting).not.toBeNull()
    answerWaiting('keep')
    expect(useDrawer.getState().drawer).toBeNull()
    expect(here.written()?.description).toBe('Raven')

    expect(resumeDraft()).toBe(true)
    expect(useDrawer.getState().draft?.description).toBe('Raven')
    expect(here.written()?.description).toBe('Raven')
    closeDrawer()
    expect(useDrawer.getState().waiting).not.toBeNull()
  })

  it('stays open when the person says so', () => {
    openBooking(blank)
    changeDraft({ description: 'Raven' })
    closeDrawer()
    answerWaiting('stay')
    expect(useDrawer.getState().draft?.description).toBe('Raven')
    expect(resumeDraft()).toBe(false)
  })

  it.each(['saved', 'discarded'])('is forgotten once %s', (how) => {
    openBooking(blank)
    changeDraft({ description: 'Raven' })
    expect(here.written()).not.toBeNull()
    if (how === 'saved') dropDraft({ kind: 'appointment', id: 'one' })
    else {
      closeDrawer()
      answerWaiting('discard')
    }
    expect(here.written()).toBeNull()
    expect(resumeDraft()).toBe(false)
  })

  it.each([null, '', 'nonsense', '{}', '[]', '{"id":"one","date":"tomorrow"}'])(
    'is not read from %j',
    (text) => {
      expect(readDraft(text)).toBeNull()
    },
  )
})
