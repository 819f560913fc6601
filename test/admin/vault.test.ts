import { describe, expect, it } from 'vitest'
import { createVault, type Cipher, type SecretShelf } from '../../src/main/admin/vault.ts'

const shelf = () => {
  const rows = new Map<string, Buffer>()
  const port: SecretShelf = {
    read: (id) => rows.get(id) ?? null,
    write: (id, secret) => (secret ? rows.set(id, secret) : rows.delete(id)),
  }
  return { rows, port }
}

/** A keyring that turns each byte over with `key`; what another key made does not decrypt. */
const keyring = (key: number, extra: Partial<Cipher> = {}): Cipher => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from([key, ...Buffer.from(text).map((byte) => byte ^ key)]),
  decryptString: (secret) => {
    if (secret[0] !== key) throw new Error('wrong key')
    return Buffer.from(secret.subarray(1).map((byte) => byte ^ key)).toString()
  },
  ...extra,
})

const noKeyring = keyring(1, {
  isEncryptionAvailable: () => false,
  encryptString: () => {
    throw new Error('not available')
  },
})

describe('the vault', () => {
  it('keeps a password in the keyring, over a restart', () => {
    const { rows, port } = shelf()
    expect(createVault(keyring(7), port).keep('a', 'hunter2')).toBe('keyring')
    expect(rows.get('a')?.toString()).not.toContain('hunter2')
    const restarted = createVault(keyring(7), port)
    expect(restarted.state('a')).toBe('keyring')
    expect(restarted.read('a')).toBe('hunter2')
  })

  it.each([
    ['without a keyring', noKeyring],
    [
      'with plain text for a keyring',
      keyring(7, { getSelectedStorageBackend: () => 'basic_text' }),
    ],
  ])('keeps it in memory only %s', (_how, cipher) => {
    const { rows, port } = shelf()
    const vault = createVault(cipher, port)
    expect(vault.keep('a', 'hunter2')).toBe('memory')
    expect(rows.size).toBe(0)
    expect([vault.state('a'), vault.read('a')]).toEqual(['memory', 'hunter2'])
    expect(createVault(cipher, port).state('a')).toBe('missing')
  })

  it('asks again when the keyring changed or went away', () => {
    const { port } = shelf()
    createVault(keyring(7), port).keep('a', 'hunter2')
    for (const cipher of [keyring(8), noKeyring]) {
      const vault = createVault(cipher, port)
      expect([vault.state('a'), vault.read('a')]).toEqual(['missing', null])
    }
  })

  it('does not leave an older password behind when the keyring is gone', () => {
    const { rows, port } = shelf()
    createVault(keyring(7), port).keep('a', 'old')
    createVault(noKeyring, port).keep('a', 'new')
    expect(rows.size).toBe(0)
  })

  it('forgets one account and not the other', () => {
    const { rows, port } = shelf()
    const vault = createVault(keyring(7), port)
    vault.keep('a', 'one')
    vault.keep('b', 'two')
    vault.forget('a')
    expect([vault.state('a'), vault.read('a'), vault.read('b')]).toEqual(['missing', null, 'two'])
    expect([...rows.keys()]).toEqual(['b'])
  })
})
