import { Smartphone, TriangleAlert } from 'lucide-react'
import type { Trouble } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'
import { Button } from './button.tsx'
import { cx } from './classes.ts'
import styles from './trouble-box.module.css'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

const text = words.common

interface TroubleBoxProps {
  trouble: Trouble
  onKeep: (side: 'theirs' | 'ours') => void
}

/** What needs a person about a booking, with both versions where there are two. */
export const TroubleBox = ({ trouble, onKeep }: TroubleBoxProps) => {
  const place = usePlace()
  const answers = text.troubleAnswers[trouble.kind]
  const changed = trouble.kind === 'changed-there'
  const Sign = changed ? Smartphone : TriangleAlert
  return (
    <section className={cx(styles.box, changed && styles.changed)}>
      <h3>
        <Sign size={16} strokeWidth={1.75} aria-hidden="true" />
        {say(trouble, place)}
      </h3>
      <div className={styles.body}>
        <dl>
          {trouble.ours && (
            <div>
              <dt>{text.ours}</dt>
              <dd>{say(trouble.ours, place)}</dd>
            </div>
          )}
          {trouble.theirs && (
            <div>
              <dt>{text.theirs}</dt>
              <dd>{say(trouble.theirs, place)}</dd>
            </div>
          )}
        </dl>
        <div className={styles.buttons}>
          <Button size="small" onPress={() => onKeep('ours')}>
            {answers.ours}
          </Button>
          {answers.theirs && (
            <Button size="small" onPress={() => onKeep('theirs')}>
              {answers.theirs}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
