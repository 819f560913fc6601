import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { portOf } from './process.ts'

export interface MailServerOptions {
  /** User names and passwords; without any, no sign-in is asked for. */
  readonly users?: Readonly<Record<string, string>>
  /** The server's key and certificate; without one it speaks in clear. */
  readonly identity?: { readonly key: string; readonly cert: string }
  /** TLS from the first byte rather than from STARTTLS on. */
  readonly tls?: boolean
  /** A recipient nobody has here. */
  readonly refuse?: string
}

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly encrypted: boolean
  readonly source: string
}

export type MailServer = Awaited<ReturnType<typeof openMailServer>>

/** A mail server on a free port of this computer, closed when the test is over. */
export const startMailServer = async (options: MailServerOptions = {}): Promise<MailServer> => {
  const server = await openMailServer(options)
  onTestFinished(server.close)
  return server
}

/** The same for whoever closes it. */
export const openMailServer = async (options: MailServerOptions = {}) => {
  const { users, identity, tls = false, refuse } = options
  const received: ReceivedMail[] = []
  const signIns: string[] = []
  const server = new SMTPServer({
    secure: tls,
    ...identity,
    disabledCommands: identity ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: users === undefined,
    onAuth({ username = '', password }, _session, done) {
      signIns.push(username)
      const right = users?.[username] === password
      done(right ? null : new Error('Invalid username or password'), { user: username })
    },
    onRcptTo({ address }, _session, done) {
      if (address !== refuse) return done()
      const error = new Error('No such mailbox')
      done(Object.assign(error, { responseCode: 550 }))
    },
    onData(stream, { envelope, secure }, done) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      const to = envelope.rcptTo.map(({ address }) => address)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({ from, to, encrypted: secure, source: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  // Strangers who hang up are what some tests are about.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  let closed: Promise<void> | null = null
  const close = (): Promise<void> =>
    (closed ??= new Promise<void>((resolve) => server.close(() => resolve())))
  return { port: portOf(server.server), received, signIns, close }
}
