import type { ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { TrustedCertificate } from '../../domain/views.ts'
import type { Store } from '../store/store.ts'

export interface CertificateDesk {
  readonly store: Store
  readonly now: () => Instant
  /** Ends the connections there are, as each certificate is looked at when its connection is made. */
  readonly endConnections: () => void
}

/** The certificates an admin trusts although nobody vouches for them: each one alone, at one host. */
export const certificateUseCases = ({ store, now, endConnections }: CertificateDesk) => ({
  list: (): TrustedCertificate[] => store.read.trustedCertificates.all(),

  trust: (input: ParsedOf<'certificates.trust'>): Result<null> => {
    store.transaction((tx) => tx.trustedCertificates.add({ ...input, addedAt: now() }))
    return ok(null)
  },

  /** Counts at once, for the connections that stand too. Fails with `not-found`. */
  revoke: (input: ParsedOf<'certificates.revoke'>): Result<null> => {
    const revoked = store.transaction((tx): Result<null> => {
      if (!tx.trustedCertificates.fingerprintsOf(input.host).includes(input.fingerprint))
        return fail('not-found', 'This certificate is no longer trusted.')
      tx.trustedCertificates.remove(input)
      return ok(null)
    })
    if (revoked.ok) endConnections()
    return revoked
  },
})
