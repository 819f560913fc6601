import { SaxesParser } from 'saxes'

/** Names carry the usual prefix of their namespace, whichever one the server chose. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** Why an answer was not taken: another language, cut off, or larger than anything sensible. */
export class XmlProblem extends Error {
  readonly kind: 'not-caldav' | 'truncated' | 'too-large'

  constructor(kind: XmlProblem['kind'], message: string) {
    super(message)
    this.name = 'XmlProblem'
    this.kind = kind
  }
}

export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
}

export const defaultXmlLimits: XmlLimits = { bytes: 64 * 1024 * 1024, depth: 64 }

const prefixes: Readonly<Record<string, string>> = {
  'DAV:': 'D',
  'urn:ietf:params:xml:ns:caldav': 'C',
  'http://calendarserver.org/ns/': 'CS',
}

/**
 * Servers pass control characters of an event on, which XML does not allow. The event is broken,
 * the answer is not.
 */
const forgivable = /(disallowed character|malformed character entity)\.$/

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/**
 * Reads XML as it arrives and hands over each child of the root once it is whole, so that an answer
 * of any size needs the memory of its largest entry. No DTD and no entity beyond XML's own five.
 * Throws XmlProblem; `truncated` unless the root is closed.
 */
export const readXml = async (
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  root: string,
  onChild: (child: XmlElement) => void,
  limits: XmlLimits = defaultXmlLimits,
): Promise<void> => {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: OpenElement[] = []
  let rooted = false

  parser.on('error', (error) => {
    if (forgivable.test(error.message)) return
    throw new XmlProblem(rooted ? 'truncated' : 'not-caldav', error.message)
  })
  parser.on('doctype', () => {
    throw new XmlProblem('not-caldav', 'a document type is not accepted')
  })
  parser.on('opentag', (tag) => {
    const name = `${prefixes[tag.uri] ?? '?'}:${tag.local}`
    if (!rooted && name !== root) throw new XmlProblem('not-caldav', `<${tag.name}> is the root`)
    rooted = true
    if (open.length >= limits.depth) throw new XmlProblem('too-large', 'nested too deep')
    const attributes: Record<string, string> = {}
    for (const { local, value } of Object.values(tag.attributes)) attributes[local] = value
    open.push({ name, attributes, children: [], text: '' })
  })
  const onText = (text: string): void => {
    const parent = open.length > 1 ? open.at(-1) : undefined
    if (parent) parent.text += text
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    const closed = open.pop()
    const parent = open.at(-1)
    if (!closed || !parent) return
    if (open.length === 1) onChild(closed)
    else parent.children.push(closed)
  })

  const decoder = new TextDecoder()
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > limits.bytes) throw new XmlProblem('too-large', `more than ${limits.bytes} bytes`)
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.write(decoder.decode()).close()
  if (!rooted) throw new XmlProblem('not-caldav', 'an empty answer')
}

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name)

/** The names of every element below `parent`, at any depth. */
export const namesBelow = (parent: XmlElement | undefined): string[] => {
  if (!parent) return []
  const { children } = parent
  return children.map(({ name }) => name).concat(children.flatMap(namesBelow))
}
