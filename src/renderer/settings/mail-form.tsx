import { useState } from 'react'
import { mailSecurities, type AlertView, type MailSecurity } from '../../domain/alert.ts'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/check-field.tsx'
import { FailureNote } from '../ui/message.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AlertOutcome } from './alert-outcome.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'
import { useSaving } from './use-saving.ts'

const alerts = text.alerts

/** The port a mail server usually listens on. */
const ports: Record<MailSecurity, number> = { starttls: 587, tls: 465, none: 25 }

const addressesIn = (list: string): string[] =>
  list
    .split(/[\n,;]+/)
    .map((address) => address.trim())
    .filter((address) => address !== '')

/** The mail server, and who gets the mails. */
export const MailForm = ({ view: { mail, last } }: { view: AlertView }) => {
  const [host, setHost] = useState(mail.host)
  const [security, setSecurity] = useState(mail.security)
  const [port, setPort] = useState(String(mail.port))
  const [username, setUsername] = useState(mail.username)
  const [password, setPassword] = useState('')
  const [from, setFrom] = useState(mail.from)
  const [to, setTo] = useState(mail.to.join('\n'))
  const { busy, failure, save } = useSaving()
  const place = usePlace()
  const errorOf = (field: string): string | undefined =>
    failure?.field === field || failure?.field?.startsWith(`${field}.`)
      ? say(failure, place)
      : undefined
  const entered = {
    host: host.trim(),
    port: Number(port),
    security,
    username: username.trim(),
    from: from.trim(),
    to: addressesIn(to),
    ...(password !== '' && { password }),
  }
  const keep = async (enabled: boolean): Promise<boolean> => {
    const result = await save('alerts.update', { mail: { ...entered, enabled } }, text.saved)
    if (result.ok) setPassword('')
    return result.ok
  }
  const test = async (): Promise<void> => {
    if (await keep(mail.enabled)) await save('alerts.test', { channel: 'mail' }, alerts.testSent)
  }
  const chooseSecurity = (id: string): void => {
    const chosen = mailSecurities.find((one) => one === id)
    if (!chosen) return
    if (Number(port) === ports[security]) setPort(String(ports[chosen]))
    setSecurity(chosen)
  }
  const shown = failure?.field?.startsWith('mail.') ? null : failure
  return (
    <section className={styles.form} aria-label={alerts.mail}>
      <h3>{alerts.mail}</h3>
      <p className={styles.note}>{alerts.mailHint}</p>
      <Switch value={mail.enabled} onChange={(enabled) => void keep(enabled)}>
        {alerts.mailOn}
      </Switch>
      <TextField
        label={alerts.host}
        placeholder="smtp.example.com"
        value={host}
        onChange={setHost}
        error={errorOf('mail.host')}
      />
      <div className={styles.pair}>
        <Select
          label={alerts.security}
          value={security}
          onChange={chooseSecurity}
          choices={mailSecurities.map((id) => ({ id, name: alerts.securities[id] }))}
        />
        <TextField
          label={alerts.port}
          numeric
          value={port}
          onChange={setPort}
          error={errorOf('mail.port') ?? errorOf('mail.security')}
        />
      </div>
      {security === 'none' && <p className={styles.note}>{alerts.inClear}</p>}
      <TextField
        label={alerts.username}
        hint={alerts.usernameHint}
        value={username}
        onChange={setUsername}
        error={errorOf('mail.username')}
      />
      <TextField
        label={alerts.password}
        type="password"
        aside={mail.username !== '' && alerts.passwordKept[mail.password]}
        value={password}
        onChange={setPassword}
        error={errorOf('mail.password')}
      />
      <TextField
        label={alerts.from}
        type="email"
        value={from}
        onChange={setFrom}
        error={errorOf('mail.from')}
      />
      <TextField
        label={alerts.to}
        hint={alerts.toHint}
        lines={2}
        value={to}
        onChange={setTo}
        error={errorOf('mail.to')}
      />
      {shown && <FailureNote failure={shown} />}
      <div className={styles.buttons}>
        <Button look="ink" isDisabled={busy} onPress={() => void keep(mail.enabled)}>
          {text.save}
        </Button>
        <Button isDisabled={busy} onPress={() => void test()}>
          {alerts.test}
        </Button>
      </div>
      <AlertOutcome last={last.mail} />
    </section>
  )
}
