import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assert, property, string, uint8Array } from 'fast-check'
import { compareVersions } from '../../src/domain/update.ts'
import { readDescription } from '../../src/main/updates/description.ts'
import { readUpdateSource } from '../../src/main/updates/source.ts'
import { valueOf } from '../support/results.ts'
import { temporaryFolder } from '../support/store.ts'
import { describe020, fileOf, makers, program, seal } from '../support/updates.ts'

const here = { installed: '0.1.0', platform: 'linux', arch: 'x64' }
const read = (text: string) => readDescription(text, makers.publicKey, here)
const refusal = (text: string): string => {
  const result = read(text)
  return result.ok ? 'taken' : `${result.error.kind}: ${result.error.message}`
}

const parts = (sealed: string) => {
  const { description, signature } = Object(JSON.parse(sealed))
  return { description: String(description), signature: String(signature) }
}

const written = (content: unknown): string => {
  const file = join(temporaryFolder(), 'update-source.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('the description of an update', () => {
  it('is read when the makers signed it', () => {
    expect(valueOf(read(seal(describe020())))).toMatchObject({
      version: '0.2.0',
      released: Date.UTC(2026, 11, 1, 9),
      files: [{ kind: 'AppImage', size: program.length }],
    })
  })

  it('is taken for the version that runs, which is then the newest', () => {
    expect(valueOf(read(seal(describe020({ version: '0.1.0' })))).version).toBe('0.1.0')
  })

  const { description, signature } = parts(seal(describe020()))
  const other = parts(seal(describe020({ version: '0.3.0' })))
  const stranger = generateKeyPairSync('ed25519').privateKey
  it.each([
    ['no signature', JSON.stringify({ description })],
    ['an empty signature', JSON.stringify({ description, signature: '' })],
    ['the signature of another description', JSON.stringify({ ...other, signature })],
    ['the signature of a stranger', seal(describe020(), { key: stranger })],
    ['a signature for another purpose', seal(describe020(), { purpose: '' })],
    ['a description that is not sealed', JSON.stringify(describe020())],
    ['a page', '<html>Sign in to this network</html>'],
    ['nothing', ''],
  ])('is refused with %s', (_what, text) => {
    expect(refusal(text)).toBe(
      'update-refused: The update is not signed by the makers of Linework. Nothing was installed.',
    )
  })

  it.each([
    ['another platform', { platform: 'win32' }, 'another kind of computer'],
    ['another processor', { arch: 'arm64' }, 'another kind of computer'],
    ['an older version', { version: '0.0.9' }, 'older than this one'],
    ['a version that is none', { version: '0.2.0-beta' }, 'cannot be read'],
    ['another program', { product: 'other' }, 'cannot be read'],
    ['no file', { files: [] }, 'cannot be read'],
    ['a file that leads away', { files: [fileOf(program, { name: '../up' })] }, 'cannot be read'],
    ['a file without end', { files: [fileOf(program, { size: 2 ** 40 })] }, 'cannot be read'],
    ['a hash that is none', { files: [fileOf(program, { sha512: 'AAAA' })] }, 'cannot be read'],
  ])('is refused for %s, though signed', (_what, over, why) => {
    expect(refusal(seal(describe020(over)))).toContain(why)
  })

  it('is refused, never a mistake, whatever comes in its place', () => {
    assert(
      property(string(), uint8Array(), (text, bytes) => {
        const sealed = {
          description: Buffer.from(bytes).toString('base64'),
          signature: Buffer.from(text).toString('base64'),
        }
        expect([read(text).ok, read(JSON.stringify(sealed)).ok]).toEqual([false, false])
      }),
    )
  })
})

describe('versions', () => {
  it('are ordered by their numbers', () => {
    const sorted = ['0.1.0', '0.1.2', '0.1.10', '0.10.0', '1.0.0', '10.0.0']
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted)
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
  })
})

describe('the place for updates', () => {
  const publicKey = makers.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  it('is what packaging wrote', () => {
    const source = readUpdateSource(written({ url: 'https://example.com/linework', publicKey }))
    expect(source?.url).toBe('https://example.com/linework/')
    expect(source?.publicKey.equals(makers.publicKey)).toBe(true)
  })

  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
  it.each([
    ['not there', null],
    ['no JSON', '{'],
    ['in clear', { url: 'http://example.com/', publicKey }],
    ['a file', { url: 'file:///tmp/', publicKey }],
    ['without a key', { url: 'https://example.com/' }],
    ['with half a key', { url: 'https://example.com/', publicKey: publicKey.slice(8) }],
    [
      'with a key of another kind',
      {
        url: 'https://example.com/',
        publicKey: rsa.export({ type: 'spki', format: 'der' }).toString('base64'),
      },
    ],
  ])('is none when it is %s', (_what, content) => {
    const file = content === null ? '/nowhere/update-source.json' : written(content)
    expect(readUpdateSource(file)).toBeNull()
  })
})
