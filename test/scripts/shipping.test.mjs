import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { icnsTypes, icoSizes, linuxSizes } from '../../scripts/shipping/icon-files.mjs'
import { licenceReport, mayShip, notices } from '../../scripts/shipping/licences.mjs'
import { shippedBom } from '../../scripts/shipping/sbom.mjs'
import { licenceOf, shippedPackages } from '../../scripts/shipping/shipped-packages.mjs'
import { filesIn, notesOf, sealed } from '../../scripts/shipping/update-description.mjs'
import { updateKey } from '../../scripts/shipping/update-key.mjs'
import { readDescription } from '../../src/main/updates/description.ts'

const resources = resolve(import.meta.dirname, '../../resources')
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const isPng = (body, size) =>
  body.subarray(0, 8).equals(pngSignature) &&
  body.readUInt32BE(16) === size &&
  body.readUInt32BE(20) === size

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-shipping-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the icons', () => {
  it('for Windows have every size, transparent at the corner and dark in the middle', () => {
    const file = readFileSync(join(resources, 'icon.ico'))
    expect([file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([1, icoSizes.length])
    for (const [index, size] of icoSizes.entries()) {
      const at = 6 + 16 * index
      expect(file.readUInt8(at) || 256).toBe(size)
      const from = file.readUInt32LE(at + 12)
      const body = file.subarray(from, from + file.readUInt32LE(at + 8))
      if (size === 256) {
        expect(isPng(body, 256)).toBe(true)
        continue
      }
      expect([body.readInt32LE(4), body.readInt32LE(8)]).toEqual([size, size * 2])
      expect(body.length).toBe(40 + size * size * 4 + Math.ceil(size / 32) * 4 * size)
      const pixel = (x, y) => [
        ...body.subarray(40 + ((size - 1 - y) * size + x) * 4).subarray(0, 4),
      ]
      expect(pixel(0, 0)[3]).toBe(0)
      // Inside the shape, above the first dot: its ground, as blue, green, red and alpha.
      expect(pixel(size / 2, Math.round(size * 0.1))).toEqual([0x1f, 0x1a, 0x19, 0xff])
    }
  })

  it('for macOS have every size, for dense screens too', () => {
    const file = readFileSync(join(resources, 'icon.icns'))
    expect(file.toString('latin1', 0, 4)).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
    const found = []
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      const type = file.toString('latin1', at, at + 4)
      const body = file.subarray(at + 8, at + file.readUInt32BE(at + 4))
      const [, size] = icnsTypes.find(([one]) => one === type) ?? []
      const packed = body.toString('latin1', 0, 4) === 'ARGB'
      expect(packed ? size <= 32 : isPng(body, size)).toBe(true)
      found.push(type)
    }
    expect(found).toEqual(icnsTypes.map(([type]) => type))
  })

  it.each(linuxSizes)('for Linux have %i pixels', (size) => {
    expect(isPng(readFileSync(join(resources, `icons/${size}x${size}.png`)), size)).toBe(true)
  })
})

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND BSD-3-Clause', true],
    ['MIT AND GPL-2.0-only', false],
    ['GPL-3.0-or-later', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['unknown', false],
  ])('%s may be shipped: %s', (expression, may) => {
    expect(mayShip(expression)).toBe(may)
  })

  it('are read in every way that packages write them', () => {
    expect(
      [
        { license: 'MIT' },
        { license: { type: 'ISC' } },
        { licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] },
        {},
      ].map(licenceOf),
    ).toEqual(['MIT', 'ISC', 'MIT OR Apache-2.0', 'unknown'])
  })

  it('name what is forbidden, and stand in the notices with their texts', () => {
    const part = { name: 'part', version: '1.0.0', license: 'MIT', source: '', texts: ['Be kind.'] }
    const bad = { ...part, name: 'bad', license: 'GPL-3.0-only' }
    expect(licenceReport([part, bad])).toEqual({
      lines: ['part 1.0.0  MIT', 'bad 1.0.0   GPL-3.0-only'],
      forbidden: ['bad: GPL-3.0-only'],
    })
    expect(notices([part], 'Ours.')).toMatch(/Ours\.[^]*part 1\.0\.0\nLicence: MIT\n\nBe kind\./)
  })
})

const project = () => {
  const root = newFolder()
  const write = (path, content) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const packages = {
    'node_modules/kept': { dependencies: { inner: '1', shared: '1' } },
    'node_modules/kept/node_modules/inner': { dependencies: { shared: '1', kept: '1' } },
    'node_modules/shared': {},
    'node_modules/tool': { dev: true },
    'node_modules/built-in': { dev: true },
    'node_modules/electron': { dev: true },
  }
  for (const place of Object.keys(packages)) {
    const name = place.slice(place.lastIndexOf('/') + 1)
    const repository = { url: `git+https://example.com/${name}.git` }
    write(`${place}/package.json`, { name, version: '1.0.0', license: 'MIT', repository })
  }
  write('node_modules/shared/LICENSE.md', 'Shared.\n')
  write('package.json', { dependencies: { kept: '1.0.0' } })
  write('package-lock.json', { packages })
  write('out/packages/main.json', ['node_modules/built-in'])
  return root
}

const component = (name) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0' })

describe('what is shipped', () => {
  it('is what was built in, what is kept with all it needs, and Electron', () => {
    const shipped = shippedPackages(project())
    expect(shipped.map(({ name }) => name)).toEqual([
      'built-in',
      'electron',
      'inner',
      'kept',
      'shared',
    ])
    expect(shipped.at(-1)).toEqual({
      name: 'shared',
      version: '1.0.0',
      license: 'MIT',
      source: 'https://example.com/shared',
      texts: ['Shared.'],
    })
  })

  it('is all that the list of parts names', () => {
    const whole = {
      bomFormat: 'CycloneDX',
      metadata: { component: { 'bom-ref': 'linework@0.1.0', name: 'a folder', type: 'library' } },
      components: ['kept', 'tool', 'electron'].map(component),
      dependencies: [
        { ref: 'linework@0.1.0', dependsOn: ['kept@1.0.0', 'tool@1.0.0'] },
        { ref: 'kept@1.0.0', dependsOn: ['tool@1.0.0'] },
        { ref: 'tool@1.0.0' },
      ],
    }
    const shipped = ['kept', 'electron'].map((name) => ({ name, version: '1.0.0' }))
    const bom = shippedBom(whole, shipped, { name: 'Linework', version: '0.1.0' })
    expect(bom.metadata.component).toMatchObject({ name: 'Linework', type: 'application' })
    expect(bom.components.map(({ name, type }) => [name, type])).toEqual([
      ['kept', 'library'],
      ['electron', 'framework'],
    ])
    expect(bom.dependencies).toEqual([
      { ref: 'linework@0.1.0', dependsOn: ['kept@1.0.0', 'electron@1.0.0'] },
      { ref: 'kept@1.0.0', dependsOn: [] },
    ])
    expect(() => shippedBom(whole, [{ name: 'new', version: '2.0.0' }], {})).toThrow('new@2.0.0')
  })
})

describe('an update', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const url = 'https://example.com/linework/'

  it('is signed with the key of the environment, on one line too', () => {
    for (const key of [pem, pem.replaceAll('\n', String.raw`\n`)]) {
      const source = updateKey({ LINEWORK_UPDATE_URL: url, LINEWORK_UPDATE_KEY: key })
      const packaged = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
      expect(source).toMatchObject({ url, publicKey: packaged })
    }
    expect(updateKey({})).toBeNull()
  })

  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  it.each([
    ['an address without a key', { LINEWORK_UPDATE_URL: url }],
    ['a key without an address', { LINEWORK_UPDATE_KEY: pem }],
    [
      'an address in clear',
      { LINEWORK_UPDATE_URL: 'http://example.com/', LINEWORK_UPDATE_KEY: pem },
    ],
    ['half a key', { LINEWORK_UPDATE_URL: url, LINEWORK_UPDATE_KEY: pem.slice(0, 60) }],
    [
      'another kind of key',
      {
        LINEWORK_UPDATE_URL: url,
        LINEWORK_UPDATE_KEY: rsa.export({ type: 'pkcs8', format: 'pem' }),
      },
    ],
  ])('is not packaged with %s, and the key is not printed', (_what, env) => {
    let message = ''
    try {
      updateKey(env)
    } catch (error) {
      message = error.message
    }
    expect(message).toContain('LINEWORK_UPDATE_')
    if (env.LINEWORK_UPDATE_KEY)
      expect(message).not.toContain(env.LINEWORK_UPDATE_KEY.slice(30, 50))
  })

  it('as scripts sign it is what the program takes', () => {
    const dist = newFolder()
    for (const name of ['Linework-0.2.0-linux-x86_64.AppImage', 'Linework-0.2.0-linux-amd64.deb'])
      writeFileSync(join(dist, name), name)
    writeFileSync(join(dist, 'Linework-0.1.0-linux-amd64.deb'), 'older')
    const files = filesIn(dist, '0.2.0')
    expect(files.map(({ kind }) => kind)).toEqual(['AppImage', 'deb'])
    const here = { installed: '0.1.0', platform: 'linux', arch: 'x64' }
    const description = {
      version: '0.2.0',
      platform: 'linux',
      arch: 'x64',
      released: new Date(0).toISOString(),
      notes: ['New.'],
      files,
    }
    const read = readDescription(sealed(description, privateKey), publicKey, here)
    expect(read).toMatchObject({ ok: true, value: { version: '0.2.0', files } })
  })

  it('says what is new, without marks', () => {
    const changelog =
      '# C\n\n## Unreleased\n\n- Next.\n\n## 0.2.0\n\n### At the desk\n\n- `npm` and **bold** [link](x.md).\n- Two.\n\n## 0.1.0\n\n- Old.\n'
    expect(notesOf(changelog, '0.2.0')).toEqual(['npm and bold link.', 'Two.'])
    expect(notesOf(changelog, '0.3.0')).toEqual(['Next.'])
    const ours = readFileSync(resolve(resources, '../CHANGELOG.md'), 'utf8')
    expect(notesOf(ours, '0.1.0').length).toBeGreaterThan(10)
  })
})
