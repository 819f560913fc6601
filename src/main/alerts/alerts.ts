import { fail, type Result } from '../../domain/failure.ts'
import type { Cipher } from '../admin/vault.ts'
import { createVault } from '../admin/vault.ts'
import type { Store } from '../store/store.ts'
import { sendMail } from './mail.ts'
import { watchAndTell, type AlertParts, type Send } from './sender.ts'
import { alertSettings } from './settings.ts'
import { postWebhook, type Post } from './webhook.ts'
import { alertText, type AlertWords } from './wording.ts'

interface Parts extends Pick<AlertParts, 'store' | 'timers' | 'now'> {
  readonly cipher: Cipher
  readonly post: Post
  /** The language the studio reads. */
  readonly language: () => AlertWords['language']
}

/** Mails and webhooks about calendars that cannot be synchronised: the settings, and what sends them. */
export const openAlerts = ({ cipher, post, language, ...parts }: Parts) => {
  const { store, now } = parts
  const settings = alertSettings({ store, now, alertVault: createVault(cipher, shelfIn(store)) })

  const send: Send = async (channel, message): Promise<Result<null>> => {
    const { zone, studioName } = store.read.settings.get()
    const text = alertText(message, { language: language(), zone, studioName })
    if (channel === 'mail') {
      const mail = settings.mail()
      return sendMail(mail.settings, mail.password, text)
    }
    const url = settings.webhook()
    return url === null
      ? fail('sign-in-needed', 'The address of the webhook is not known yet.', {
          remedy: 'Enter it in Settings › Notifications.',
          field: 'webhook.url',
        })
      : postWebhook(post, url, message, text)
  }

  return {
    get: settings.get,
    update: settings.update,
    secrets: settings.secrets,
    test: settings.test(send),
    start: () => watchAndTell({ ...parts, channels: settings.channels, send, note: settings.note }),
  }
}

export type Alerts = ReturnType<typeof openAlerts>

/** Encrypted by the system and then kept beside the settings. */
const shelfIn = (store: Store) => ({
  read: (name: string): Buffer | null => {
    const secret = store.read.settings.getValue(`secret.${name}`)
    return typeof secret === 'string' && secret !== '' ? Buffer.from(secret, 'base64') : null
  },
  write: (name: string, secret: Buffer | null): void =>
    store.transaction((tx) =>
      tx.settings.setValue(`secret.${name}`, secret === null ? '' : secret.toString('base64')),
    ),
})
