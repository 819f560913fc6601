import { useOverrule } from '../stores/overrule.ts'
import { Confirm } from '../ui/dialog.tsx'
import { text } from './text.ts'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

/** Asks whether something is done although hours, a buffer or the past speak against it. */
export const OverruleDialog = () => {
  const question = useOverrule((state) => state.question)
  const place = usePlace()
  return question ? (
    <Confirm
      title={text.overruleTitle}
      confirm={text.overrule}
      back={text.overruleBack}
      onConfirm={() => question.answer(true)}
      onClose={() => question.answer(false)}
    >
      <p>{say(question.why, place)}</p>
    </Confirm>
  ) : null
}
