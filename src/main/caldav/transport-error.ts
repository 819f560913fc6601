export type TransportProblem = 'unreachable' | 'timeout' | 'certificate' | 'too-large' | 'cancelled'

/** Why no answer came, or not all of it. Nothing else is thrown by the transport and its bodies. */
export class TransportError extends Error {
  readonly kind: TransportProblem
  /** Of a certificate that does not verify: SHA-256, upper case with colons. */
  readonly fingerprint: string | null

  constructor(kind: TransportProblem, message: string, fingerprint: string | null = null) {
    super(message)
    this.name = 'TransportError'
    this.kind = kind
    this.fingerprint = fingerprint
  }
}

/** Node's error codes are good for a log and carry no secret; the rest is left out. */
export const asTransportError = (error: unknown): TransportError => {
  if (error instanceof TransportError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed'
  // What answered does not speak TLS, or none that is spoken here.
  const isPlain = code === 'EPROTO' || code.startsWith('ERR_SSL_')
  return new TransportError(isPlain ? 'certificate' : 'unreachable', code)
}
