import { useEffect, useState } from 'react'
import type {
  BackupView,
  RestoreChange,
  RestoreDifference,
  RestorePreview,
} from '../../domain/backup.ts'
import type { Result } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import styles from './backups.module.css'

const SHOWN = 8
const kinds = ['appointments', 'clients', 'artists'] as const

/** What would change, before anything does. */
export const RestoreDialog = ({ backup, onClose }: { backup: BackupView; onClose: () => void }) => {
  const place = usePlace()
  const text = words.backups
  const [preview, setPreview] = useState<Result<RestorePreview> | null>(null)
  const [restoring, setRestoring] = useState(false)
  const { file } = backup
  useEffect(() => {
    let shown = true
    const compare = async (): Promise<void> => {
      const answer = await ask('backups.preview', { file })
      if (shown) setPreview(answer)
    }
    void compare()
    return () => {
      shown = false
    }
  }, [file])
  const restore = async (): Promise<void> => {
    setRestoring(true)
    const restored = await act('backups.restore', { file }, text.restored)
    if (!restored.ok) setRestoring(false)
    onClose()
  }
  return (
    <Confirm
      title={text.restoreTitle(formatMoment(backup.at, place))}
      confirm={text.restoreConfirm}
      busy={!preview?.ok || restoring}
      wide
      onClose={onClose}
      onConfirm={() => void restore()}
    >
      <p>{text.restoreBody}</p>
      {preview?.ok && <Differences preview={preview.value} />}
      {preview && !preview.ok && <FailureNote failure={preview.error} />}
      {!preview && (
        <p className={styles.comparing} role="status">
          <Spinner /> {text.comparing}
        </p>
      )}
    </Confirm>
  )
}

const isEmpty = ({ back, lost, changed }: RestoreDifference): boolean => back + lost + changed === 0

const Differences = ({ preview }: { preview: RestorePreview }) => {
  const text = words.backups
  if (kinds.every((kind) => isEmpty(preview[kind]))) return <p role="status">{text.same}</p>
  return (
    <div className={styles.differences} role="status">
      {kinds.map((kind) => (
        <Difference key={kind} name={text.parts[kind]} difference={preview[kind]} />
      ))}
      {preview.erasedSince > 0 && (
        <FailureNote failure={{ message: text.erasedSince(preview.erasedSince) }} tone="warn" />
      )}
    </div>
  )
}

const Difference = ({ name, difference }: { name: string; difference: RestoreDifference }) => {
  const text = words.backups
  const { back, lost, changed, examples } = difference
  const shown = examples.slice(0, SHOWN)
  const left = back + lost + changed - shown.length
  const said = [
    back > 0 && text.back(back),
    lost > 0 && text.lost(lost),
    changed > 0 && text.changed(changed),
  ].filter(Boolean)
  return (
    <section aria-label={name}>
      <h3>
        {name}
        <span>{said.length > 0 ? said.join(' · ') : text.noDifference}</span>
      </h3>
      {shown.length > 0 && (
        <ul>
          {shown.map((example) => (
            <Example key={example.id} example={example} />
          ))}
          {left > 0 && <li>{text.more(left)}</li>}
        </ul>
      )}
    </section>
  )
}

const Example = ({ example: { name, start, change } }: { example: RestoreChange }) => {
  const place = usePlace()
  return (
    <li>
      <span>
        {name}
        {start !== null && `, ${formatMoment(start, place)}`}
      </span>
      <small>{words.backups.changes[change]}</small>
    </li>
  )
}
