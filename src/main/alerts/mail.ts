import type { MailSettings } from '../../domain/alert.ts'
import { fail, ok, type Failure, type Result } from '../../domain/failure.ts'
import type { AlertText } from './wording.ts'
import { sentence } from '../../domain/sentence.ts'

/** Milliseconds to connect, to be greeted, and without a byte. */
const PATIENCE = 15_000

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/

/** What went wrong, without the server's own words: they may repeat what was sent. */
const failureOf = (error: unknown, host: string): Failure => {
  const code = codeOf(error)
  const text = error instanceof Error ? error.message : ''
  const failure = (): ReturnType<typeof fail> => {
    if (certificateCodes.test(code) || /certificate/i.test(text))
      return fail(
        'certificate',
        sentence`The certificate of the mail server ${{ host }} could not be verified.`,
        {
          remedy: 'Enter the name that is in the certificate, or ask who runs the mail server.',
          field: 'mail.host',
        },
      )
    if (code === 'EAUTH' || code === 'ENOAUTH')
      return fail(
        'sign-in',
        sentence`The mail server ${{ host }} did not accept the user name or the password.`,
        {
          remedy:
            'Enter them again in Settings › Notifications. Some providers want an app password.',
          field: 'mail.username',
        },
      )
    if (code === 'EENVELOPE')
      return fail(
        'object-refused',
        sentence`The mail server ${{ host }} did not accept an address.`,
        {
          remedy: 'Check the sender and the recipients in Settings › Notifications.',
          field: 'mail.to',
        },
      )
    if (code === 'ETLS')
      return fail('not-allowed', sentence`The mail server ${{ host }} offers no encryption.`, {
        remedy: 'Check the port and the encryption in Settings › Notifications.',
        field: 'mail.security',
      })
    if (code === 'ETIMEDOUT')
      return fail('timeout', sentence`The mail server ${{ host }} did not answer in time.`, {
        remedy: 'Check its name, its port and the encryption. Linework tries again by itself.',
        field: 'mail.host',
      })
    if (code === 'EMESSAGE' || code === 'EPROTOCOL')
      return fail('server-error', sentence`The mail server ${{ host }} did not take the message.`, {
        remedy:
          'Linework tries again by itself. If it stays this way, ask who runs the mail server.',
      })
    return fail('unreachable', sentence`The mail server ${{ host }} cannot be reached.`, {
      remedy:
        'Check its name, its port and the internet connection. Linework tries again by itself.',
      field: 'mail.host',
    })
  }
  return failure().error
}

/**
 * Sends one mail over SMTP (RFC 5321). With `starttls` nothing is said in clear but the greeting; a
 * certificate has to verify.
 */
export const sendMail = async (
  { host, port, security, username, from, to }: MailSettings,
  password: string | null,
  { subject, text }: AlertText,
  /** PEM; without any, the authorities that come with the runtime. */
  authorities?: readonly string[],
): Promise<Result<null>> => {
  if (username !== '' && password === null)
    return fail(
      'sign-in-needed',
      sentence`The password for the mail server ${{ host }} is not known yet.`,
      {
        remedy: 'Enter it in Settings › Notifications.',
        field: 'mail.password',
      },
    )
  // Most starts of the program send no mail.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username !== '' && { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    ...(authorities && { tls: { ca: [...authorities] } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: [...to],
      subject,
      text,
      // So that no absence notice answers (RFC 3834 §5).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return ok(null)
  } catch (error) {
    return { ok: false, error: failureOf(error, host) }
  } finally {
    transport.close()
  }
}
