import type { Status } from './appointment.ts'

export interface Title {
  readonly request: boolean
  readonly clientName: string
  readonly description: string
}

const prefix = /^\s*REQUEST:\s*/i
const separator = ' - '

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** `REQUEST: Client - Description`; the prefix only while the appointment is a request. */
export const formatTitle = (status: Status, clientName: string, description: string): string => {
  const parts = [oneLine(clientName), oneLine(description)].filter((part) => part !== '')
  return (status === 'PENDING' ? 'REQUEST: ' : '') + parts.join(separator)
}

/** Reads a title as an artist may have left it: prefix in any case, split at the first ` - `. */
export const parseTitle = (summary: string): Title => {
  const request = prefix.test(summary)
  const rest = summary.replace(prefix, '').trim()
  const at = rest.indexOf(separator)
  return at < 0
    ? { request, clientName: rest, description: '' }
    : {
        request,
        clientName: rest.slice(0, at).trim(),
        description: rest.slice(at + separator.length).trim(),
      }
}
