import { formatTime } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useSignIn } from '../stores/reads.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import styles from './connect.module.css'
import { text } from './text.ts'

/** While the person is in the browser: what to do there, and a way out. */
export const Waiting = ({ onCancel }: { onCancel: () => void }) => {
  const place = usePlace()
  const waiting = useSignIn().value
  return (
    <section className={styles.waiting} aria-label={text.byBrowser}>
      <p role="status">
        <Spinner />
        <strong>{waiting ? text.waitingAt(waiting.host) : text.asking}</strong>
      </p>
      {waiting && (
        <>
          <p>{text.waitingHint(formatTime(waiting.until, place))}</p>
          <p className={styles.link} data-selectable>
            {waiting.loginUrl}
          </p>
          {waiting.trouble && <FailureNote tone="warn" failure={waiting.trouble} />}
        </>
      )}
      <div className={styles.buttons}>
        {waiting && (
          <Button size="small" onPress={() => void act('signIn.showPage')}>
            {text.showPage}
          </Button>
        )}
        <Button size="small" onPress={onCancel}>
          {text.stopWaiting}
        </Button>
      </div>
    </section>
  )
}
