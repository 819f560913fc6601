import { LoaderCircle, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { cx } from './classes.ts'
import styles from './message.module.css'
import { TrustCertificate } from './trust-certificate.tsx'
import { say, sayText } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

interface EmptyProps {
  title: string
  icon?: ReactNode
  /** Other things stand above it, so it does not take the whole height. */
  below?: boolean
  children?: ReactNode
}

/** What a page says when it has nothing to show, and the one thing to do about it. */
export const Empty = ({ title, icon, below = false, children }: EmptyProps) => (
  <div className={cx(styles.empty, below && styles.below)}>
    {icon}
    <h2>{title}</h2>
    {children}
  </div>
)

interface FailureNoteProps {
  failure: Pick<Failure, 'message' | 'said' | 'remedy' | 'certificate'>
  tone?: 'danger' | 'warn'
  children?: ReactNode
}

export const FailureNote = ({ failure, tone = 'danger', children }: FailureNoteProps) => {
  const place = usePlace()
  return (
    <div className={cx(styles.alert, tone === 'warn' && styles.warn)} role="alert">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <strong>{say(failure, place)}</strong>
        {failure.remedy && sayText(failure.remedy)}
        {failure.certificate && <TrustCertificate certificate={failure.certificate} />}
        {children}
      </div>
    </div>
  )
}

export const Spinner = ({ size = 16 }: { size?: number }) => (
  <LoaderCircle className={styles.spin} size={size} strokeWidth={1.75} aria-hidden="true" />
)
