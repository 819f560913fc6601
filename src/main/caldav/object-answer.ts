import { normalEtag } from './etag.ts'
import { readMultistatus, textOf, type Member } from './multistatus.ts'
import { namesBelow } from './xml.ts'

/** What an answer about calendar objects says of one of them: little enough to change threads. */
export interface ObjectMember extends Pick<Member, 'href' | 'status' | 'conditions'> {
  readonly etag: string | null
  readonly isCollection: boolean
  /** The object's text, where it came along. */
  readonly text: string | null
}

export interface ObjectAnswer {
  readonly members: readonly ObjectMember[]
  readonly syncToken: string | null
}

/** Reads answers about calendar objects. */
export interface AnswerReader {
  /** Said when a question is sent, so that whoever reads the answer is awake when it comes. */
  readonly prepare: () => void
  /** A whole 207; `base` is the address that answered. Rejects with XmlProblem. */
  readonly read: (chunks: readonly Uint8Array[], base: string) => Promise<ObjectAnswer>
}

/**
 * XML turns line ends into single line feeds (XML 1.0 §2.11); iCalendar's own are put back
 * (RFC 5545 §3.1).
 */
const calendarText = (member: Member): string | null => {
  const text = member.properties.get('C:calendar-data')?.text
  if (!text?.trim()) return null
  return (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).replaceAll('\n', '\r\n')
}

const toObject = (member: Member): ObjectMember => ({
  href: member.href,
  status: member.status,
  conditions: member.conditions,
  etag: normalEtag(textOf(member, 'D:getetag')),
  isCollection: namesBelow(member.properties.get('D:resourcetype')).includes('D:collection'),
  text: calendarText(member),
})

/** Reads in the thread of whoever asks. */
export const readHere: AnswerReader = {
  prepare: () => undefined,
  read: async (chunks, base) => {
    const { members, syncToken } = await readMultistatus(chunks, base)
    return { members: members.map(toObject), syncToken }
  },
}
