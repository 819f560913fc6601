import { tag, xmlDocument } from './xml-write.ts'

/** A request as the server sees it: already read to its end. */
export interface DavRequest {
  readonly method: string
  /** Percent-encoded path, no query. */
  readonly path: string
  readonly headers: Headers
  readonly body: Uint8Array
}

export interface DavAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The connection breaks after this many bytes of the body (a fault). */
  readonly cutAfter?: number
}

export const answer = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): DavAnswer => ({ status, headers, body })

export const xmlAnswer = (status: number, body: string): DavAnswer =>
  answer(status, { 'Content-Type': 'application/xml; charset=utf-8' }, body)

/**
 * A refusal with a DAV:error body. `condition` is the precondition that failed in Clark notation
 * (RFC 4918 §16, RFC 4791 §5.3.2.1), `detail` what stands inside it, already XML.
 */
export const refuse = (
  status: number,
  message: string,
  condition?: string,
  detail = '',
): DavAnswer =>
  xmlAnswer(
    status,
    xmlDocument(
      '{DAV:}error',
      (condition === undefined ? '' : tag(condition, detail)) +
        tag('{http://sabredav.org/ns}message', { text: message }),
    ),
  )
