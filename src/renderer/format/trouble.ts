import type { Trouble } from '../../domain/views.ts'

export const troubleTitles: Record<Trouble['kind'], string> = {
  overlap: 'Conflict',
  'changed-there': 'Changed on both sides',
  'gone-there': 'Deleted in the calendar',
  refused: 'Not accepted',
}

/** What each answer to a trouble is called; an answer that is not there cannot be given. */
export const troubleAnswers: Record<Trouble['kind'], { theirs?: string; ours: string }> = {
  overlap: { ours: 'Leave as is' },
  'changed-there': { theirs: 'Keep theirs', ours: 'Use ours' },
  'gone-there': { theirs: 'Leave cancelled', ours: 'Book again' },
  refused: { ours: 'Send again' },
}
