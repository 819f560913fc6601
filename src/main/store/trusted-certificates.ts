import { and, asc, eq } from 'drizzle-orm'
import type { TrustedCertificate } from '../../domain/views.ts'
import type { Connection, Touch } from './connection.ts'
import { trustedCertificates } from './schema.ts'

export const trustedCertificatesTable = (db: Connection, touch: Touch) => ({
  all: (): TrustedCertificate[] =>
    db
      .select()
      .from(trustedCertificates)
      .orderBy(asc(trustedCertificates.host), asc(trustedCertificates.addedAt))
      .all(),

  /** The fingerprints trusted at a host, which is named without its port. */
  fingerprintsOf: (host: string): string[] =>
    db
      .select()
      .from(trustedCertificates)
      .where(eq(trustedCertificates.host, host))
      .all()
      .map(({ fingerprint }) => fingerprint),

  /** One that is there already stays as it is. */
  add(row: TrustedCertificate): void {
    touch('certificates')
    db.insert(trustedCertificates).values(row).onConflictDoNothing().run()
  },

  remove({ host, fingerprint }: Pick<TrustedCertificate, 'host' | 'fingerprint'>): void {
    touch('certificates')
    db.delete(trustedCertificates)
      .where(
        and(eq(trustedCertificates.host, host), eq(trustedCertificates.fingerprint, fingerprint)),
      )
      .run()
  },
})
