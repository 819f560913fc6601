import type { ReactNode } from 'react'
import { exportIntervals, type BackupPlan, type BackupState } from '../../domain/backup.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import styles from './backups.module.css'

type Which = Exclude<keyof BackupPlan, 'calendars'>

/** Where backups and calendar files go. */
export const BackupFolders = ({ state }: { state: BackupState }) => {
  const text = words.backups
  const { plan } = state
  return (
    <div className={styles.folders}>
      <Folder which="folder" name={text.folder} path={plan.folder} otherwise={text.ownFolder}>
        {state.folder}
      </Folder>
      <Folder
        which="secondFolder"
        name={text.second}
        path={plan.secondFolder}
        otherwise={text.none}
      >
        {plan.secondFolder ?? text.secondHint}
      </Folder>
      <Folder
        which="calendarFolder"
        name={text.calendars}
        path={plan.calendarFolder}
        otherwise={text.none}
      >
        {plan.calendarFolder ?? text.calendarsHint}
      </Folder>
      {plan.calendarFolder !== null && <Schedule state={state} />}
    </div>
  )
}

interface FolderProps {
  which: Which
  name: string
  path: string | null
  /** What it is called while none was chosen. */
  otherwise: string
  children: ReactNode
}

const Folder = ({ which, name, path, otherwise, children }: FolderProps) => {
  const text = words.backups
  return (
    <section className={styles.folder} aria-label={name}>
      <div>
        <strong>{name}</strong>
        {path === null && <span>{otherwise}</span>}
        <small data-selectable>{children}</small>
      </div>
      {path !== null && (
        <Button
          size="small"
          look="quiet"
          aria-label={text.forgetFor(name)}
          onPress={() => void act('backups.forgetFolder', { which })}
        >
          {text.forget}
        </Button>
      )}
      <Button
        size="small"
        aria-label={text.chooseFor(name)}
        onPress={() => void act('backups.chooseFolder', { which })}
      >
        {text.choose}
      </Button>
    </section>
  )
}

const Schedule = ({ state }: { state: BackupState }) => {
  const text = words.backups
  const place = usePlace()
  const write = async (): Promise<void> => {
    const written = await act('backups.exportNow')
    if (written.ok) tell('ok', text.exported(written.value))
  }
  return (
    <div className={styles.schedule}>
      <Chips
        label={text.every}
        value={state.plan.calendars}
        onChange={(value) => {
          const interval = exportIntervals.find((one) => one === value)
          if (interval) void act('backups.exportEvery', { interval })
        }}
        choices={exportIntervals.map((id) => ({ id, name: text.intervals[id] }))}
      />
      <Button size="small" onPress={() => void write()}>
        {text.exportNow}
      </Button>
      {state.lastExportAt !== null && (
        <small>{text.lastExport(formatMoment(state.lastExportAt, place))}</small>
      )}
    </div>
  )
}
