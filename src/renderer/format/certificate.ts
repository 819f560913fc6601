export interface Certificate {
  readonly host: string
  /** SHA-256, two digits at a time with colons. */
  readonly fingerprint: string
}

/** The certificate that a failure names; null where it could not be seen. */
export const certificateIn = (message: string): Certificate | null => {
  const fingerprint = /\b[\dA-F]{2}(?::[\dA-F]{2}){31}\b/.exec(message)?.[0]
  const host = /certificate of (\S+)/.exec(message)?.[1]
  return fingerprint && host ? { host, fingerprint } : null
}
