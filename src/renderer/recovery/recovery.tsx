import { DatabaseBackup } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useRecoveryOffer } from '../stores/reads.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { Logo } from '../ui/logo.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import styles from './recovery.module.css'

/** The window while the database cannot be opened: what is wrong, and the ways on. */
export const Recovery = ({ problem }: { problem: Failure }) => {
  const text = words.backups.recovery
  const offer = useRecoveryOffer().value
  const [asking, setAsking] = useState(false)
  const [working, setWorking] = useState(false)
  const during = async (work: Promise<unknown>): Promise<void> => {
    setWorking(true)
    await work
    setWorking(false)
  }
  return (
    <main className={styles.window}>
      <div className={styles.page}>
        <Logo size={32} />
        <h1>{text.title}</h1>
        <FailureNote failure={problem} />
        {problem.kind === 'database-corrupt' && (
          <Backup
            busy={working}
            onRestore={(file) => void during(act('recovery.restore', { file }))}
          />
        )}
        <div className={styles.ways}>
          <Button isDisabled={working} onPress={() => void during(act('recovery.retry'))}>
            {text.retry}
          </Button>
          {offer?.mayStartEmpty && (
            <Button isDisabled={working} onPress={() => setAsking(true)}>
              {text.startEmpty}
            </Button>
          )}
          <Button look="quiet" onPress={() => void act('recovery.quit')}>
            {text.quit}
          </Button>
        </div>
      </div>
      {asking && (
        <Confirm
          title={text.startEmptyTitle}
          confirm={text.startEmptyConfirm}
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void during(act('recovery.startEmpty'))
          }}
        >
          <p>{text.startEmptyBody}</p>
        </Confirm>
      )}
    </main>
  )
}

const Backup = ({ busy, onRestore }: { busy: boolean; onRestore: (file: string) => void }) => {
  const text = words.backups.recovery
  const place = usePlace()
  const { value } = useRecoveryOffer()
  if (!value)
    return (
      <p className={styles.looking} role="status">
        <Spinner /> {text.looking}
      </p>
    )
  const { newest } = value
  if (!newest) return <p role="status">{text.noBackup}</p>
  return (
    <section className={styles.backup} aria-label={text.newest}>
      <DatabaseBackup size={24} strokeWidth={1.6} aria-hidden="true" />
      <div>
        <small>{text.newest}</small>
        <strong>{formatMoment(newest.at, place)}</strong>
        <p>{text.restoreHint}</p>
      </div>
      <Button look="ink" isDisabled={busy} onPress={() => onRestore(newest.file)}>
        {text.restore}
      </Button>
    </section>
  )
}
