import { it } from 'vitest'
import type { Action } from '../support/history.ts'
import { runHistory } from '../support/history-run.ts'
import { openReusableStore } from '../support/store.ts'

const sync: Action = { type: 'sync', given: { full: false } }
const wait: Action = { type: 'wait', given: { minutes: 1 } }
const first = { which: 0 }

/** A booking that was given up while its event was on its way; the desk stops once more after `steps`. */
const arrivedLate = (steps: number, rest: readonly Action[]): Action[] => [
  { type: 'book', given: { slot: 1, words: 'Fern', alternate: null } },
  { type: 'arrives late', given: { method: 'PUT', after: 3 } },
  sync,
  { type: 'cancel', given: first },
  sync,
  wait,
  wait,
  { type: 'crash', given: { after: steps } },
  { type: 'undo', given: first },
  ...rest,
]

/** What random histories found, cut down to what matters. */
it.each<[string, Action[]]>([
  [
    'approved after its event was found and before it was deleted',
    arrivedLate(14, [sync, { type: 'approve', given: first }, sync]),
  ],
  [
    'changed by desk and artist after its event was found and before it was deleted',
    arrivedLate(14, [
      { type: 'describe', given: { ...first, words: 'Moth' } },
      { type: 'artist moves', given: { ...first, slot: 3 } },
      sync,
    ]),
  ],
  [
    'moved by the artist before its event was found, while the booking has another',
    arrivedLate(6, [{ type: 'artist moves', given: { ...first, slot: 3 } }, sync]),
  ],
])('a booking given up and taken up again ends in agreement: %s', (_, actions) =>
  runHistory(openReusableStore(), actions),
)
