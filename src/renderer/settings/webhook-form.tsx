import { useState } from 'react'
import type { AlertView } from '../../domain/alert.ts'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/check-field.tsx'
import { FailureNote } from '../ui/message.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AlertOutcome } from './alert-outcome.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'
import { useSaving } from './use-saving.ts'

const alerts = text.alerts

/** The address that is called; once it is saved only its host is shown. */
export const WebhookForm = ({ view: { webhook, last } }: { view: AlertView }) => {
  const [url, setUrl] = useState('')
  const { busy, failure, save } = useSaving()
  const place = usePlace()
  const atField = failure?.field?.startsWith('webhook') ?? false
  const keep = async (changes: { enabled?: boolean; url?: string }): Promise<boolean> => {
    const typed = url.trim()
    const input = { ...(typed !== '' && { url: typed }), ...changes }
    const result = await save('alerts.update', { webhook: input }, text.saved)
    if (result.ok) setUrl('')
    return result.ok
  }
  const test = async (): Promise<void> => {
    if (await keep({})) await save('alerts.test', { channel: 'webhook' }, alerts.testSent)
  }
  return (
    <section className={styles.form} aria-label={alerts.webhook}>
      <h3>{alerts.webhook}</h3>
      <p className={styles.note}>{alerts.webhookHint}</p>
      <Switch value={webhook.enabled} onChange={(enabled) => void keep({ enabled })}>
        {alerts.webhookOn}
      </Switch>
      <TextField
        label={alerts.url}
        type="url"
        placeholder="https://"
        aside={webhook.host === null ? undefined : alerts.urlKept(webhook.host)}
        value={url}
        onChange={setUrl}
        error={atField && failure ? say(failure, place) : undefined}
      />
      {failure && !atField && <FailureNote failure={failure} />}
      <div className={styles.buttons}>
        <Button look="ink" isDisabled={busy || url.trim() === ''} onPress={() => void keep({})}>
          {text.save}
        </Button>
        <Button isDisabled={busy} onPress={() => void test()}>
          {alerts.test}
        </Button>
        {webhook.host !== null && (
          <Button
            look="danger"
            isDisabled={busy}
            onPress={() => void keep({ enabled: false, url: '' })}
          >
            {alerts.forget}
          </Button>
        )}
      </div>
      <AlertOutcome last={last.webhook} />
    </section>
  )
}
