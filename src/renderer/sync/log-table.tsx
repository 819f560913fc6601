import { useState } from 'react'
import type { SyncLogEntry } from '../../domain/views.ts'
import { useArtist } from '../stores/studio.ts'
import { Spinner } from '../ui/message.tsx'
import { cx } from '../ui/classes.ts'
import { ArtistCell, LogRow } from './log-row.tsx'
import styles from './log.module.css'
import { text } from './text.ts'

interface LogTableProps {
  entries: readonly SyncLogEntry[]
  /** Artists who are being synced now; each has a row of its own above the entries. */
  running: readonly string[]
}

export const LogTable = ({ entries, running }: LogTableProps) => {
  const [open, setOpen] = useState<number | null>(null)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text.time}</th>
          <th scope="col">{text.artist}</th>
          <th scope="col">{text.direction}</th>
          <th scope="col">{text.trigger}</th>
          <th scope="col">{text.result}</th>
          <th scope="col" className={styles.number}>
            {text.changes}
          </th>
          <th scope="col" className={styles.number}>
            {text.took}
          </th>
        </tr>
      </thead>
      <tbody>
        {running.map((artistId) => (
          <RunningRow key={artistId} artistId={artistId} />
        ))}
        {entries.map((entry) => (
          <LogRow
            key={entry.id}
            entry={entry}
            open={entry.id === open}
            onToggle={() => setOpen(entry.id === open ? null : entry.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

const RunningRow = ({ artistId }: { artistId: string }) => {
  const artist = useArtist(artistId)
  return (
    <tr>
      <td className={styles.time}>{text.now}</td>
      <td>
        <ArtistCell artist={artist} />
      </td>
      <td />
      <td />
      <td colSpan={3}>
        <span className={cx(styles.result, styles.info)}>
          <Spinner />
          {text.running}
        </span>
      </td>
    </tr>
  )
}
