import type { AlertMessage } from '../../domain/alert.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { AlertText } from './wording.ts'
import { sentence } from '../../domain/sentence.ts'

/** Milliseconds until the whole answer is there. */
const PATIENCE = 15_000

/** The transport's way to ask: rejects when no answer comes, never follows a redirect. */
export type Post = (
  url: string,
  init: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<Response>

/**
 * What is posted: `text` is for a person, as chat programs read it; the rest is for a program. Times
 * are ISO 8601 in UTC.
 */
export const webhookBody = (message: AlertMessage, { subject, text }: AlertText) => ({
  event: message.kind === 'test' ? 'test' : `sync.${message.kind}`,
  at: new Date(message.at).toISOString(),
  text: `${subject}\n${text}`.trim(),
  artists: message.lines.map(({ artist, since, until, failure }) => ({
    name: artist,
    since: new Date(since).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
    kind: failure?.kind ?? null,
    message: failure?.message ?? null,
  })),
})

/** Posts one message as JSON. The address is a secret of its own and is in no sentence. */
export const postWebhook = async (
  post: Post,
  url: string,
  message: AlertMessage,
  text: AlertText,
): Promise<Result<null>> => {
  const { host } = new URL(url)
  try {
    const response = await post(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(webhookBody(message, text)),
      signal: AbortSignal.timeout(PATIENCE),
    })
    await response.body?.cancel()
    if (response.ok) return ok(null)
    return fail(
      'server-error',
      sentence`${{ host }} did not take the message (${{ status: String(response.status) }}).`,
      {
        remedy: 'Check the address of the webhook in Settings › Notifications.',
        field: 'webhook',
      },
    )
  } catch {
    return fail('unreachable', sentence`${{ host }} cannot be reached with a message.`, {
      remedy:
        'Check the address of the webhook and the internet connection. Linework tries again by itself.',
      field: 'webhook',
    })
  }
}
