import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { TrustedCertificate } from '../../domain/views.ts'
import { formatMoment } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useCertificates } from '../stores/reads.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Empty, FailureNote } from '../ui/message.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

/** Certificates that nobody vouches for and that are trusted here all the same. */
export const CertificatesSection = () => {
  const { value, failure } = useCertificates()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.sections.certificates}</h2>
          <p>{text.certificatesHint}</p>
        </div>
      </div>
      {failure && <FailureNote failure={failure} />}
      {value?.length === 0 && (
        <Empty below title={text.noCertificates} icon={<ShieldCheck size={32} strokeWidth={1.5} />}>
          <p>{text.noCertificatesHint}</p>
        </Empty>
      )}
      <div className={styles.choices}>
        {value?.map((certificate) => (
          <CertificateCard
            key={`${certificate.host} ${certificate.fingerprint}`}
            certificate={certificate}
          />
        ))}
      </div>
    </div>
  )
}

const CertificateCard = ({ certificate }: { certificate: TrustedCertificate }) => {
  const place = usePlace()
  const [asking, setAsking] = useState(false)
  const { host, fingerprint, addedAt } = certificate
  return (
    <section className={styles.card} aria-label={host}>
      <h3>{host}</h3>
      <p className={styles.fingerprint} data-selectable>
        {fingerprint}
      </p>
      <p>{text.trustedSince(formatMoment(addedAt, place))}</p>
      <div className={styles.buttons}>
        <Button size="small" look="danger" onPress={() => setAsking(true)}>
          {text.revoke}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={text.revokeTitle(host)}
          confirm={text.revokeConfirm}
          back={text.cancel}
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void act('certificates.revoke', { host, fingerprint }, text.revoked)
          }}
        >
          <p>{text.revokeBody}</p>
        </Confirm>
      )}
    </section>
  )
}
