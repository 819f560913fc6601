import { alertsKept } from '../../contract/questions/alerts.ts'
import type { ParsedOf } from '../../contract/questions.ts'
import {
  alertChannels,
  defaultMail,
  type AlertChannel,
  type AlertMessage,
  type AlertView,
} from '../../domain/alert.ts'
import { fail, ok, type Failure, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Vault } from '../admin/vault.ts'
import type { Store } from '../store/store.ts'
import type { Send } from './sender.ts'

/** What the two secrets are called in the vault: a password, and an address that is a key by itself. */
const smtp = 'smtp'
const hook = 'webhook'

const key = 'alerts'

export interface AlertDesk {
  readonly store: Store
  readonly now: () => Instant
  readonly alertVault: Vault
}

/** Everything about alerts that is set by a person, with how the last messages fared. */
export const alertSettings = ({ store, now, alertVault }: AlertDesk) => {
  const kept = () => {
    const parsed = alertsKept.safeParse(store.read.settings.getValue(key))
    return parsed.success
      ? parsed.data
      : { mail: defaultMail, webhook: { enabled: false }, last: {} }
  }

  const get = (): AlertView => {
    const { mail, webhook, last } = kept()
    const address = alertVault.read(hook)
    return {
      mail: { ...mail, password: alertVault.state(smtp) },
      webhook: { ...webhook, host: address === null ? null : new URL(address).host },
      last,
      queued: store.read.alerts.queue().length,
    }
  }

  const update = (input: ParsedOf<'alerts.update'>): Result<AlertView> => {
    const { mail, webhook, last } = kept()
    const { password, ...wanted } = input.mail ?? {}
    const next = {
      enabled: wanted.enabled ?? mail.enabled,
      host: wanted.host ?? mail.host,
      port: wanted.port ?? mail.port,
      security: wanted.security ?? mail.security,
      username: wanted.username ?? mail.username,
      from: wanted.from ?? mail.from,
      to: wanted.to ?? mail.to,
    }
    const lacking = next.enabled ? missing(next) : null
    if (lacking) return lacking
    // The address of another server must never be handed the password of this one.
    if (next.host !== mail.host && password === undefined) alertVault.forget(smtp)
    if (password !== undefined) {
      if (password === '') alertVault.forget(smtp)
      else alertVault.keep(smtp, password)
    }
    if (input.webhook?.url !== undefined) {
      if (input.webhook.url === '') alertVault.forget(hook)
      else alertVault.keep(hook, input.webhook.url)
    }
    const calls = input.webhook?.enabled ?? webhook.enabled
    if (input.webhook && calls && alertVault.read(hook) === null)
      return fail('invalid-input', 'The webhook needs an address.', { field: 'webhook.url' })
    store.transaction((tx) => {
      tx.settings.setValue(key, { mail: next, webhook: { enabled: calls }, last })
      tx.alerts.announce()
      // What is set now may be what was missing.
      for (const { id } of tx.alerts.queue()) tx.alerts.changeQueued(id, { notBefore: 0 })
    })
    return ok(get())
  }

  const note = (channel: AlertChannel, failure: Failure | null): void =>
    store.transaction((tx) => {
      const all = kept()
      const last = { ...all.last, [channel]: { at: now(), failure } }
      tx.settings.setValue(key, { ...all, last })
      tx.alerts.announce()
    })

  return {
    get,
    update,
    note,
    channels: (): ReadonlySet<AlertChannel> => {
      const { mail, webhook } = kept()
      const on = { mail: mail.enabled, webhook: webhook.enabled }
      return new Set(alertChannels.filter((channel) => on[channel]))
    },
    mail: () => ({ settings: kept().mail, password: alertVault.read(smtp) }),
    webhook: () => alertVault.read(hook),
    /** What must be in nothing that is handed out. */
    secrets: (): string[] => [smtp, hook].flatMap((name) => alertVault.read(name) ?? []),
    /** Sends a message that says it is a test, now, on a channel whether it is switched on or not. */
    test:
      (send: Send) =>
      async ({ channel }: ParsedOf<'alerts.test'>): Promise<Result<AlertView>> => {
        const lacking = channel === 'mail' ? missing(kept().mail) : null
        if (lacking) return lacking
        const message: AlertMessage = { kind: 'test', at: now(), lines: [] }
        const sent = await send(channel, message)
        note(channel, sent.ok ? null : sent.error)
        return sent.ok ? ok(get()) : sent
      },
  }
}

/** The first thing without which no mail can be sent. */
const missing = ({
  host,
  from,
  to,
}: Pick<AlertView['mail'], 'host' | 'from' | 'to'>): Result<never> | null => {
  if (host === '')
    return fail('invalid-input', 'The name of the mail server is missing.', { field: 'mail.host' })
  if (from === '')
    return fail('invalid-input', 'The sender’s address is missing.', { field: 'mail.from' })
  if (to.length === 0)
    return fail('invalid-input', 'Nobody is entered who gets the mail.', { field: 'mail.to' })
  return null
}
