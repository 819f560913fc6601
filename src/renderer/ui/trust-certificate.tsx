import { useState } from 'react'
import type { Certificate } from '../../domain/failure.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { Button } from './button.tsx'
import { Confirm } from './dialog.tsx'
import styles from './message.module.css'

const text = words.common

/** Where a certificate could not be verified: lets a person who knows it trust this one. */
export const TrustCertificate = ({ certificate }: { certificate: Certificate }) => {
  const [asking, setAsking] = useState(false)
  const { host, fingerprint } = certificate
  const trust = async (): Promise<void> => {
    setAsking(false)
    const trusted = await act('certificates.trust', certificate, text.trusted(host))
    if (trusted.ok) await act('sync.run', {})
  }
  return (
    <div className={styles.trust}>
      <Button size="small" onPress={() => setAsking(true)}>
        {text.trust}
      </Button>
      {asking && (
        <Confirm
          title={text.trustTitle(host)}
          confirm={text.trustConfirm}
          danger
          onConfirm={() => void trust()}
          onClose={() => setAsking(false)}
        >
          <p>{text.trustBody}</p>
          <p className={styles.fingerprint} data-selectable>
            {fingerprint}
          </p>
        </Confirm>
      )}
    </div>
  )
}
