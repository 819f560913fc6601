import type { Failure } from '../../domain/failure.ts'
import { words } from '../i18n/words.ts'
import { refreshAnswers } from '../stores/answers.ts'
import { Button } from './button.tsx'
import styles from './message.module.css'
import { FailureNote } from './message.tsx'

/** In place of what could not be read: why not, and the way to ask for it again. */
export const Unanswered = ({ failure }: { failure: Failure }) => (
  <div className={styles.unanswered}>
    <FailureNote failure={failure}>
      <Button size="small" onPress={() => refreshAnswers('all')}>
        {words.common.tryAgain}
      </Button>
    </FailureNote>
  </div>
)
