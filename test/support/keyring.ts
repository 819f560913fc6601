import type { Cipher } from '../../src/main/admin/vault.ts'

const key = 0x5a

/** A keyring that turns texts into bytes nobody reads by accident, and back. */
export const keyring: Cipher = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ key)),
  decryptString: (secret) => Buffer.from(secret.map((byte) => byte ^ key)).toString(),
}
