const removed = '[removed]'

const secretKey = /pass(word|phrase)?$|^pin$|secret|authorization|cookie|token/i

const patterns: readonly (readonly [RegExp, string])[] = [
  // userinfo of a URL, RFC 3986 §3.2.1
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, `$1${removed}@`],
  [
    /\b(authorization["']?\s*[:=]\s*["']?)(?:(?:basic|bearer|digest)\s+)?[^\s"',}]+/gi,
    `$1${removed}`,
  ],
  [/\b(basic|bearer)\s+[a-z0-9+/._~-]{8,}=*/gi, `$1 ${removed}`],
  [
    /\b(\w*(?:password|passphrase|secret)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,}]+)/gi,
    `$1${removed}`,
  ],
]

const redactText = (text: string): string =>
  patterns.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text)

/**
 * What may go into the log of `value`: passwords, Authorization headers and the userinfo of URLs are
 * taken out, by the names of fields and by what they look like within text.
 */
export const redact = (value: unknown): unknown => {
  if (typeof value === 'string') return redactText(value)
  if (value instanceof Error) {
    const cause = value.cause === undefined ? '' : `\ncaused by ${String(redact(value.cause))}`
    return redactText(value.stack ?? `${value.name}: ${value.message}`) + cause
  }
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      secretKey.test(key) ? removed : redact(field),
    ]),
  )
}
