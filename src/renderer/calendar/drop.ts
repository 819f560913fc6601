import type { Place } from '../format/time.ts'
import { newDraft } from '../stores/draft.ts'
import { changeDraft, openBooking, useDrawer } from '../stores/drawer.ts'
import { reschedule } from '../stores/reschedule.ts'
import { MINUTE } from '../../domain/interval.ts'
import { endDrag, useDrag, type Drag } from './drag.ts'
import { minutesFrom } from './placing.ts'
import { movedText } from './text.ts'

/** What letting go means: nothing changed, no room for it, a form to fill in, or a new time. */
export type Outcome = 'nothing' | 'refused' | 'form' | 'change'

export const outcomeOf = ({ subject, unchanged, verdict }: Drag): Outcome => {
  if (unchanged) return 'nothing'
  if (!verdict.available && !verdict.overrulable) return 'refused'
  return subject.kind === 'draw' ? 'form' : 'change'
}

/** Lets go of what is dragged. Main has the last word; until it shows, the ghost stays in its place. */
export const drop = async (place: Place): Promise<Outcome> => {
  const { drag } = useDrag.getState()
  if (!drag || drag.landing) return 'nothing'
  const outcome = outcomeOf(drag)
  if (outcome === 'form') draw(drag, place)
  if (outcome !== 'change' || drag.subject.kind === 'draw') {
    endDrag()
    return outcome
  }
  const landing = { ...drag, landing: true }
  useDrag.setState({ drag: landing })
  const { artist, time } = drag
  const target = { artistId: artist.id, ...time }
  const done = await reschedule(drag.subject.appointment, target, movedText(drag, place))
  if (!done && useDrag.getState().drag === landing) endDrag()
  return outcome
}

/** Opens the form with the drawn time, or takes it over into the one that is open. */
const draw = ({ artist, date, time }: Drag, { zone }: Place): void => {
  const start = minutesFrom(date, time.start, zone)
  const minutes = (time.end - time.start) / MINUTE
  if (useDrawer.getState().draft) changeDraft({ artistId: artist.id, date, start, minutes })
  else openBooking(newDraft(crypto.randomUUID(), artist.id, { date, start }, minutes))
}
