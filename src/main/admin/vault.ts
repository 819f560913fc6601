/** Electron's `safeStorage`, as far as it is used here. */
export interface Cipher {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(secret: Buffer): string
  /** Linux only. */
  getSelectedStorageBackend?(): string
}

/** Where encrypted passwords are kept: the accounts' rows. */
export interface SecretShelf {
  read(accountId: string): Buffer | null
  write(accountId: string, secret: Buffer | null): void
}

export type Keeping = 'keyring' | 'memory' | 'missing'

/** The passwords of the accounts: encrypted by the operating system or in memory, never in clear on disk. */
export interface Vault {
  /** Keeps it as safely as this computer can, and says how: without a keyring only until the program ends. */
  keep(accountId: string, password: string): 'keyring' | 'memory'
  /** Null when there is none, or when the keyring that encrypted it is not the one of today. */
  read(accountId: string): string | null
  forget(accountId: string): void
  state(accountId: string): Keeping
}

export const createVault = (cipher: Cipher, shelf: SecretShelf): Vault => {
  const known = new Map<
    string,
    { readonly password: string; readonly kept: 'keyring' | 'memory' }
  >()

  // `basic_text` encrypts with a key that is in Chromium's source: as good as in clear.
  const hasKeyring = (): boolean =>
    cipher.isEncryptionAvailable() && cipher.getSelectedStorageBackend?.() !== 'basic_text'

  const find = (accountId: string): { password: string; kept: 'keyring' | 'memory' } | null => {
    const remembered = known.get(accountId)
    if (remembered) return remembered
    const secret = shelf.read(accountId)
    if (!secret || !hasKeyring()) return null
    try {
      const found = { password: cipher.decryptString(secret), kept: 'keyring' as const }
      known.set(accountId, found)
      return found
    } catch {
      return null
    }
  }

  return {
    keep: (accountId, password) => {
      const kept = hasKeyring() ? 'keyring' : 'memory'
      shelf.write(accountId, kept === 'keyring' ? cipher.encryptString(password) : null)
      known.set(accountId, { password, kept })
      return kept
    },
    read: (accountId) => find(accountId)?.password ?? null,
    forget: (accountId) => {
      known.delete(accountId)
      shelf.write(accountId, null)
    },
    state: (accountId) => find(accountId)?.kept ?? 'missing',
  }
}
