import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const map = /^```\n([^]*?)^```/m.exec(page)?.[1] ?? ''

const folders = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/`)

it.each(['src', 'src/main'])('architecture.md shows every room of %s', (path) => {
  expect(folders(path).filter((name) => !map.includes(` ${name}`))).toEqual([])
})

it('architecture.md lists every decision', () => {
  const records = readdirSync(join(root, 'docs/decisions'))
  expect(records.filter((name) => !page.includes(`(decisions/${name})`))).toEqual([])
})
