import { createPrivateKey, createPublicKey } from 'node:crypto'
import { SetupError } from '../setup/run.mjs'

const hint = `Both LINEWORK_UPDATE_URL and LINEWORK_UPDATE_KEY, or neither. The key is an Ed25519 private key
as PEM, made once by \`openssl genpkey -algorithm ed25519\`, and kept out of the repository.`

/** @param {string} text PEM; newlines may be written as `\n`, as some places keep variables on one line */
function privateKeyOf(text) {
  try {
    const key = createPrivateKey(text.replaceAll(String.raw`\n`, '\n'))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // What is wrong with it is not for a log: the text is a secret.
  }
  throw new SetupError(`LINEWORK_UPDATE_KEY is no Ed25519 private key. ${hint}`)
}

/**
 * Where the packaged program looks for updates, and with which key they are signed; null for one that
 * asks nobody.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ url: string, privateKey: import('node:crypto').KeyObject, publicKey: string } | null}
 */
export function updateKey({ LINEWORK_UPDATE_URL: url, LINEWORK_UPDATE_KEY: key }) {
  if (!url && !key) return null
  if (!url || !key) throw new SetupError(hint)
  if (!/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url)) {
    throw new SetupError(`LINEWORK_UPDATE_URL has to start with https://. ${hint}`)
  }
  const privateKey = privateKeyOf(key)
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return { url, privateKey, publicKey: publicKey.toString('base64') }
}
