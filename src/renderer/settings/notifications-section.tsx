import type { AlertView } from '../../domain/alert.ts'
import { useAlerts } from '../stores/reads.ts'
import { FailureNote } from '../ui/message.tsx'
import { MailForm } from './mail-form.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'
import { WebhookForm } from './webhook-form.tsx'

const alerts = text.alerts

/** Who is told, outside this window, when an artist's calendars cannot be synchronised. */
export const NotificationsSection = () => {
  const { value, failure } = useAlerts()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{alerts.title}</h2>
          <p>{alerts.body}</p>
        </div>
      </div>
      {failure && !value && <FailureNote failure={failure} />}
      {value && <Forms alerts={value} />}
    </div>
  )
}

const Forms = ({ alerts: view }: { alerts: AlertView }) => (
  <>
    <MailForm view={view} />
    <WebhookForm view={view} />
    {view.queued > 0 && (
      <p className={styles.note} role="status">
        {alerts.queued(view.queued)}
      </p>
    )}
  </>
)
