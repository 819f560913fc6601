import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronArguments } from '../../scripts/setup/application.mjs'
import { hasDisplay } from '../../scripts/setup/display.mjs'
import { installedMatches } from '../../scripts/setup/node-modules.mjs'
import { installedPackages, missingPackages } from '../../scripts/setup/package-list.mjs'
import { cacheFolder } from '../../scripts/setup/paths.mjs'
import { gypDefines } from '../../scripts/setup/sqlite-addon.mjs'
import { hashFiles, isStamped, writeStamp } from '../../scripts/setup/stamp.mjs'
import { runSteps } from '../../scripts/setup/step.mjs'

describe('npm packages', () => {
  const wanted = { version: '1.0.0', integrity: 'sha512-a' }
  const lock = {
    packages: { '': {}, 'node_modules/a': wanted, 'node_modules/b': { ...wanted, optional: true } },
  }

  it('match when every package is there as locked, but for other platforms’', () => {
    expect(installedMatches(lock, { packages: { 'node_modules/a': wanted } })).toBe(true)
  })

  it('do not match when one is missing, another version, or nothing was ever installed', () => {
    expect(installedMatches(lock, { packages: {} })).toBe(false)
    const other = { ...wanted, version: '1.0.1' }
    expect(installedMatches(lock, { packages: { 'node_modules/a': other } })).toBe(false)
    expect(installedMatches(lock, null)).toBe(false)
  })
})

describe('system packages', () => {
  const answer = 'libnss3 installed\nlibgbm1 config-files\nlibgtk-3-0t64 installed\n'

  it('count as installed only when dpkg says so', () => {
    expect(installedPackages(answer)).toEqual(new Set(['libnss3', 'libgtk-3-0t64']))
  })

  it('are there under the name of any release', () => {
    const missing = missingPackages(['runtime'], installedPackages(answer))
    expect(missing).toContainEqual(['libgbm1'])
    expect(missing).toContainEqual(['libasound2t64', 'libasound2'])
    expect(missing.flat()).not.toContain('libgtk-3-0')
  })
})

describe('stamp', () => {
  let folder
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linework-stamp-'))
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src', 'a.ts'), 'one')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('changes with a file’s content, name and presence', () => {
    const hash = () => hashFiles(folder, ['src', 'absent.json'])
    const seen = [hash()]
    expect(hash()).toBe(seen[0])
    writeFileSync(join(folder, 'src', 'a.ts'), 'two')
    seen.push(hash())
    writeFileSync(join(folder, 'src', 'b.ts'), '')
    seen.push(hash())
    writeFileSync(join(folder, 'absent.json'), '')
    seen.push(hash())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('is believed only when it says the same', () => {
    const file = join(folder, '.stamp')
    expect(isStamped(file, 'x')).toBe(false)
    writeStamp(file, 'x')
    expect(isStamped(file, 'x')).toBe(true)
    expect(isStamped(file, 'y')).toBe(false)
  })
})

describe('steps', () => {
  it('run in order, and only what is not done', async () => {
    const [ran, said] = [[], []]
    const step = (name, done) => ({ name, isDone: () => done, run: async () => ran.push(name) })
    await runSteps([step('a', false), step('b', true), step('c', false)], (line) => said.push(line))
    expect(ran).toEqual(['a', 'c'])
    expect(said.filter((line) => line.includes('b'))).toEqual([])
  })
})

describe('what is started where', () => {
  it('only Linux machines may be without a display', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })

  it('root starts without the sandbox, nobody else', () => {
    expect(electronArguments(['--sample'], 0)).toEqual(['.', '--no-sandbox', '--sample'])
    expect(electronArguments([], 1000)).toEqual(['.'])
  })

  it('downloads are kept in the user’s cache', () => {
    expect(cacheFolder({}, '/home/mo')).toBe(join('/home/mo', '.cache', 'linework'))
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/c' }, '/home/mo')).toBe(join('/var/c', 'linework'))
  })

  it('SQLite is compiled with better-sqlite3’s own options', () => {
    expect(gypDefines("{\n  'defines': [\n    'A_B',\n    'C=-16000',\n  ],\n}")).toEqual([
      'A_B',
      'C=-16000',
    ])
  })
})
