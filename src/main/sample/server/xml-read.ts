import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Clark notation, `{namespace}local`. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

/** The root element, or null when the text is not well-formed or declares a DOCTYPE. */
export const readXml = (text: string): XmlElement | null => {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let broken = false
  parser.on('error', () => (broken = true))
  parser.on('doctype', () => (broken = true))
  parser.on('opentag', (node) => {
    const element: XmlElement = {
      name: `{${node.uri}}${node.local}`,
      attributes: new Map(Object.values(node.attributes).map(({ local, value }) => [local, value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (piece: string): void => {
    const element = open.at(-1)
    if (element) element.text += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  return broken ? null : root
}

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one) => one.name === name)

/** The names inside the element's DAV:prop. */
export const requestedNames = (element: XmlElement): string[] =>
  child(element, '{DAV:}prop')?.children.map(({ name }) => name) ?? []
