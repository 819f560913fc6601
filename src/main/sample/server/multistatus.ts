import { STATUS_CODES } from 'node:http'
import { xmlAnswer, type DavAnswer } from './http.ts'
import { tag, xmlDocument } from './xml-write.ts'

/** One DAV:response: either a status of its own, or properties by status (RFC 4918 §14.24). */
export interface Row {
  readonly href: string
  readonly status?: number
  /** XML inside DAV:error. */
  readonly error?: string
  readonly propstats?: readonly Propstat[]
}

export interface Propstat {
  readonly status: number
  /** Properties, already XML. */
  readonly properties: readonly string[]
}

/** `tail` is XML after the last row, such as the DAV:sync-token (RFC 6578 §6.4). */
export const multistatus = (rows: readonly Row[], tail = ''): DavAnswer =>
  xmlAnswer(207, xmlDocument('{DAV:}multistatus', rows.map(renderRow).join('') + tail))

const statusLine = (status: number): string =>
  tag('{DAV:}status', `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`)

const renderRow = (row: Row): string =>
  tag(
    '{DAV:}response',
    [
      tag('{DAV:}href', { text: row.href }),
      ...(row.propstats ?? [])
        .filter(({ properties }) => properties.length > 0)
        .map(({ status, properties }) =>
          tag('{DAV:}propstat', tag('{DAV:}prop', properties.join('')) + statusLine(status)),
        ),
      row.status === undefined ? '' : statusLine(row.status),
      row.error === undefined ? '' : tag('{DAV:}error', row.error),
    ].join(''),
  )
