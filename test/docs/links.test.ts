import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const root = resolve(import.meta.dirname, '../..')
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root })

const read = (page: string): string =>
  readFileSync(join(root, page), 'utf8').replaceAll(/^```[^]*?^```/gm, '')

/** Headings as GitHub makes anchors of them. */
const anchors = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

const isBroken = (page: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return true
  return anchor !== undefined && !anchors(target).includes(anchor)
}

it('finds the pages', () => {
  expect(pages).toContain('README.md')
  expect(pages.length).toBeGreaterThan(10)
})

it.each(pages)('%s links only to what is there', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const own = links.filter((link) => !/^[a-z]+:/i.test(link))
  expect(own.filter((link) => isBroken(page, link))).toEqual([])
})

it.each(pages)('%s names only files that are there', (page) => {
  const named = [...read(page).matchAll(/`((?:src|test|scripts|docs|migrations)\/[\w./-]+)`/g)]
  const paths = named.map(([, path = '']) => path)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

it.each(pages)('%s names only commands that are there', (page) => {
  const named = [...read(page).matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([])
})
