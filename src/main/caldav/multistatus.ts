import { normalHref } from './href.ts'
import { childOf, namesBelow, readXml, XmlProblem, type XmlElement, type XmlLimits } from './xml.ts'

/** One `DAV:response` (RFC 4918 §14.24). */
export interface Member {
  readonly href: string
  /** The member's own status; null where it carries properties instead. */
  readonly status: number | null
  /** Pre- and postconditions that failed, such as `no-uid-conflict`. */
  readonly conditions: readonly string[]
  /** Only properties the server gave, by prefixed name such as `D:getetag`. */
  readonly properties: ReadonlyMap<string, XmlElement>
}

export interface Multistatus {
  readonly members: readonly Member[]
  readonly syncToken: string | null
}

const statusOf = (element: XmlElement): number | null => {
  const line = childOf(element, 'D:status')?.text
  return line === undefined ? null : Number(/\s(\d{3})\b/.exec(line)?.[1] ?? 0)
}

const succeeded = (propstat: XmlElement): boolean => {
  const status = statusOf(propstat) ?? 200
  return status >= 200 && status < 300
}

const toMembers = (response: XmlElement, base: string): Member[] => {
  const properties = new Map<string, XmlElement>()
  for (const propstat of response.children) {
    if (propstat.name !== 'D:propstat' || !succeeded(propstat)) continue
    for (const property of childOf(propstat, 'D:prop')?.children ?? [])
      properties.set(property.name, property)
  }
  const status = statusOf(response)
  const conditions = namesBelow(childOf(response, 'D:error')).map((name) =>
    name.replace(/^.*:/, ''),
  )
  // A status may speak for several hrefs at once (RFC 4918 §14.24).
  return response.children
    .filter(({ name }) => name === 'D:href')
    .map(({ text }) => ({ href: hrefOf(text.trim(), base), status, conditions, properties }))
}

const hrefOf = (href: string, base: string): string => {
  try {
    return normalHref(href, base)
  } catch {
    throw new XmlProblem('not-caldav', 'an href that is no address')
  }
}

/**
 * Reads a 207 to its very end. `base` is the address that answered. Throws XmlProblem, `truncated`
 * when the end never came: what was read until then is never handed over.
 */
export const readMultistatus = async (
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  base: string,
  limits?: XmlLimits,
): Promise<Multistatus> => {
  const members: Member[] = []
  let syncToken: string | null = null
  const onChild = (child: XmlElement): void => {
    if (child.name === 'D:response') members.push(...toMembers(child, base))
    if (child.name === 'D:sync-token') syncToken = child.text.trim() || null
  }
  await readXml(body, 'D:multistatus', onChild, limits)
  return { members, syncToken }
}

export const textOf = (member: Member, name: string): string | null =>
  member.properties.get(name)?.text.trim() || null
