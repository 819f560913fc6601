import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { packaged } from '../support/packaged.ts'

const MB = 1024 * 1024
const { folder, program, resources } = packaged()
const archive = join(resources, 'app.asar')
const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
const withEnding = (...endings: string[]): string[] =>
  files.filter((path) => endings.some((ending) => path.endsWith(ending)))
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

  it('stays small', () => {
    expect(statSync(archive).size).toBeLessThan(6 * MB)
  })
})

describe('the package', () => {
  it('brings every migration', () => {
    const source = join(import.meta.dirname, '../../migrations')
    expect(allIn(join(resources, 'migrations'))).toEqual(allIn(source))
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
