import { Archive, Check, X } from 'lucide-react'
import { useState } from 'react'
import type { BackupState, BackupView } from '../../domain/backup.ts'
import { formatBytes } from '../format/bytes.ts'
import { nearMoment } from '../format/near-moment.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useBackups } from '../stores/reads.ts'
import { useToday } from '../stores/studio.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { Empty, FailureNote } from '../ui/message.tsx'
import { BackupFolders } from './backup-folders.tsx'
import styles from './backups.module.css'
import { RestoreDialog } from './restore-dialog.tsx'
import page from './settings.module.css'

/** Copies of the database: where they go, which there are, and the way back to one. */
export const BackupsSection = () => {
  const { value, failure } = useBackups()
  const [working, setWorking] = useState(false)
  const text = words.backups
  const backUp = async (): Promise<void> => {
    setWorking(true)
    await act('backups.now', undefined, text.made)
    setWorking(false)
  }
  return (
    <div className={page.page}>
      <div className={page.head}>
        <div>
          <h2>{text.title}</h2>
          <p>{text.hint}</p>
        </div>
        <Button look="ink" isDisabled={working} onPress={() => void backUp()}>
          {working ? text.working : text.now}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} />}
      {value?.failure && <FailureNote failure={value.failure} tone="warn" />}
      {value && <BackupFolders state={value} />}
      {value && <BackupTable state={value} />}
      <Support />
    </div>
  )
}

const BackupTable = ({ state }: { state: BackupState }) => {
  const [chosen, setChosen] = useState<BackupView | null>(null)
  const text = words.backups
  return (
    <>
      <h3 className={styles.heading}>{text.list}</h3>
      {state.backups.length === 0 ? (
        <Empty below title={text.noBackups} icon={<Archive size={32} strokeWidth={1.5} />}>
          <p>{text.noBackupsHint}</p>
        </Empty>
      ) : (
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{text.date}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col">{text.size}</th>
              <th scope="col">{text.state}</th>
              <th scope="col">
                <span className="visually-hidden">{text.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {state.backups.map((backup) => (
              <BackupRow
                key={`${backup.file} ${backup.second}`}
                backup={backup}
                onRestore={() => setChosen(backup)}
              />
            ))}
          </tbody>
        </table>
      )}
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

const BackupRow = ({ backup, onRestore }: { backup: BackupView; onRestore: () => void }) => {
  const place = usePlace()
  const text = words.backups
  const today = useToday()
  const when = formatMoment(backup.at, place)
  const Sign = backup.broken ? X : Check
  return (
    <tr>
      <td>{when}</td>
      <td>
        {text.kinds[backup.kind]}
        {backup.second && <small>{text.inSecond}</small>}
      </td>
      <td>{formatBytes(backup.size, place.locale)}</td>
      <td>
        <span className={cx(page.outcome, backup.broken ? page.bad : page.ok)}>
          <Sign size={15} strokeWidth={2} aria-hidden="true" />
          {backup.broken ? text.broken : text.whole}
        </span>
        <small>{text.checkedAt(nearMoment(backup.checkedAt, today, place))}</small>
      </td>
      <td className={styles.action}>
        <Button size="small" aria-label={text.restoreOf(when)} onPress={onRestore}>
          {text.restore}
        </Button>
      </td>
    </tr>
  )
}

const Support = () => {
  const text = words.backups
  const save = async (): Promise<void> => {
    const saved = await act('diagnostics.save')
    if (saved.ok && saved.value.file !== null) tell('ok', text.supportSaved(saved.value.file))
  }
  return (
    <section aria-label={text.support}>
      <h3 className={styles.heading}>{text.support}</h3>
      <p className={styles.hint}>{text.supportHint}</p>
      <Button onPress={() => void save()}>{text.saveSupport}</Button>
    </section>
  )
}
