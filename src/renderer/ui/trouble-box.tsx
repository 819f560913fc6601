import { Smartphone, TriangleAlert } from 'lucide-react'
import type { Trouble } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'
import { Button } from './button.tsx'
import { cx } from './classes.ts'
import styles from './trouble-box.module.css'

const text = words.common

interface TroubleBoxProps {
  trouble: Trouble
  onKeep: (side: 'theirs' | 'ours') => void
}

/** What needs a person about a booking, with both versions where there are two. */
export const TroubleBox = ({ trouble, onKeep }: TroubleBoxProps) => {
  const answers = text.troubleAnswers[trouble.kind]
  const changed = trouble.kind === 'changed-there'
  const Sign = changed ? Smartphone : TriangleAlert
  return (
    <section className={cx(styles.box, changed && styles.changed)}>
      <h3>
        <Sign size={16} strokeWidth={1.75} aria-hidden="true" />
        {trouble.message}
      </h3>
      <div className={styles.body}>
        <dl>
          {trouble.ours && (
            <div>
              <dt>{text.ours}</dt>
              <dd>{trouble.ours}</dd>
            </div>
          )}
          {trouble.theirs && (
            <div>
              <dt>{text.theirs}</dt>
              <dd>{trouble.theirs}</dd>
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
