import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../docs/screens')

it('says of every picture what it shows, and of none that is not there', () => {
  const pictures = readdirSync(folder).flatMap(
    (file) => /^(.+)-(?:1024|1440)-(?:light|dark)\.png$/.exec(file)?.[1] ?? [],
  )
  const [, index = ''] = readFileSync(resolve(folder, 'README.md'), 'utf8').split('## Screens')
  const named = [...index.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
  expect(named.toSorted()).toEqual([...new Set(pictures)].toSorted())
})
