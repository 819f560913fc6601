import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { readUpdateSource } from '../../src/main/updates/source.ts'
import { packaged } from '../support/packaged.ts'
import { temporaryFolder } from '../support/store.ts'

const MB = 1024 * 1024
const root = resolve(import.meta.dirname, '../..')
const { folder, program, resources } = packaged()
const archive = join(resources, 'app.asar')
const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
const withEnding = (...endings: string[]): string[] =>
  files.filter((path) => endings.some((ending) => path.endsWith(ending)))
const writtenTo = (text: string): string => {
  const file = join(temporaryFolder(), 'update-source.json')
  writeFileSync(file, text)
  return file
}
const allIn = (from: string): string[] => readdirSync(from, { recursive: true }).map(String).sort()

describe('the archive', () => {
  it('holds what was built, the libraries that are not built in, and one picture', () => {
    const tops = files.map((path) => path.split('/').slice(1, 3).join('/'))
    const folders = new Set(tops.filter((path) => path.includes('/')))
    expect([...folders].sort()).toEqual([
      'node_modules/better-sqlite3',
      'node_modules/electron-log',
      'out/main',
      'out/preload',
      'out/renderer',
      'resources/icon.png',
    ])
    expect(files).toContain('/out/main/index.js')
    expect(extractFile(archive, 'resources/icon.png').subarray(1, 4).toString()).toBe('PNG')
  })

  it('holds no source, map, test or password file', () => {
    expect(withEnding('.map', '.ts', '.tsx', '.test.js', '.c', '.cpp', '.h', '.env')).toEqual([])
  })

  it('brings binaries of this system only, outside the archive where they can be loaded', () => {
    const prebuilds = withEnding('.node').filter((path) => path.includes('/prebuilds/'))
    expect(prebuilds.length).toBeGreaterThan(0)
    for (const path of prebuilds) {
      expect(path).toContain(`/prebuilds/${process.platform}-`)
      expect(statSync(join(`${archive}.unpacked`, path)).size).toBeGreaterThan(0)
    }
    expect(prebuilds).toHaveLength(process.platform === 'darwin' ? 2 : 1)
  })

  it('knows where updates come from as it was told when packaging, and not the private key', () => {
    const source = extractFile(archive, 'update-source.json').toString()
    expect(JSON.parse(source)).toMatchObject({ url: process.env['LINEWORK_UPDATE_URL'] })
    expect(readUpdateSource(writtenTo(source))).not.toBeNull()
    expect(source).not.toContain('PRIVATE')
  })

  it('stays small', () => {
    expect(statSync(archive).size).toBeLessThan(6 * MB)
  })
})

describe('the package', () => {
  it('brings every migration', () => {
    const source = join(root, 'migrations')
    expect(allIn(join(resources, 'migrations'))).toEqual(allIn(source))
  })

  it('names whose work is in it', () => {
    const notices = readFileSync(join(resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    for (const name of ['better-sqlite3', 'electron', 'ical.js', 'react', 'zod'])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'))
    expect(notices).toContain('SIL Open Font License')
    expect(notices).not.toMatch(/^(vitest|electron-builder|typescript) /m)
  })

  it('comes with a list of its parts, made from the lockfile', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const text = readFileSync(join(root, `dist/Linework-${version}.cdx.json`), 'utf8')
    const { bomFormat, components } = JSON.parse(text)
    expect(bomFormat).toBe('CycloneDX')
    const names = [...components].map(({ name, scope }) => `${name} ${scope}`)
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3 required', 'electron required']))
    expect(names.length).toBeLessThan(80)
    expect(text).not.toMatch(/vitest|electron-builder/)
  })

  it.runIf(process.platform === 'linux')('speaks what the window speaks', () => {
    const languages = readdirSync(join(folder, 'locales')).sort()
    expect(languages).toEqual(['de.pak', 'en-GB.pak', 'en-US.pak'])
  })
})

describe('its fuses', () => {
  it('are set', async () => {
    const wire = await getCurrentFuseWire(program)
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
    ]
    expect(on.map((fuse) => String.fromCharCode(wire[fuse] ?? 0))).toEqual(on.map(() => '1'))
    expect(off.map((fuse) => String.fromCharCode(wire[fuse] ?? 0))).toEqual(off.map(() => '0'))
  })
})
