import { Check, ChevronLeft, ChevronRight, CopyCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type {
  ImportOutcome,
  ImportPreview,
  ImportRowView,
  ImportState,
} from '../../domain/import.ts'
import { ask } from '../bridge.ts'
import { say } from '../format/said.ts'
import { words } from '../i18n/words.ts'
import { usePlace } from '../stores/place.ts'
import { useImportProgress } from '../stores/reads.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { cx } from '../ui/classes.ts'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { Tag } from '../ui/tag.tsx'
import styles from './import.module.css'
import { saveAndTell } from './save-and-tell.ts'

const text = words.imports

const PAGE = 50

interface ImportRowsProps {
  preview: ImportPreview
  onDone: (outcome: ImportOutcome) => void
  /** To where the rows came from. */
  onBack: () => void
}

/** Every row before it is imported, a page at a time: however long the list, the window is not. */
export const ImportRows = ({ preview, onDone, onBack }: ImportRowsProps) => {
  const { counts, unknownColumns } = preview
  const [filter, setFilter] = useState<ImportState | null>(counts.bad > 0 ? 'bad' : null)
  const [from, setFrom] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const all = filter === null ? counts.good + counts.bad + counts.there : counts[filter]
  const rows = useRows(filter, from)
  const progress = useImportProgress().value

  const apply = async (): Promise<void> => {
    setBusy(true)
    const result = await ask('import.apply')
    setBusy(false)
    if (result.ok) return onDone(result.value)
    if (result.error.kind !== 'cancelled') return setFailure(result.error)
    tell('ok', text.stopped)
    onBack()
  }
  return (
    <Confirm
      title={text.previewTitle}
      confirm={busy ? text.importing : text.importRows(counts.good)}
      wide="table"
      busy={busy}
      disabled={counts.good === 0}
      onConfirm={() => void apply()}
      back={busy ? text.stop : words.common.back}
      onClose={busy ? () => void ask('import.cancel') : onBack}
    >
      <div className={styles.summary} role="status">
        <Tag tone="ok">{text.counts.good(counts.good)}</Tag>
        {counts.bad > 0 && <Tag tone="danger">{text.counts.bad(counts.bad)}</Tag>}
        {counts.there > 0 && <Tag>{text.counts.there(counts.there)}</Tag>}
      </div>
      {unknownColumns.length > 0 && <p>{text.unknown(unknownColumns.join(', '))}</p>}
      <div className={styles.bar}>
        <Chips
          label={text.show}
          value={filter ?? 'all'}
          onChange={(id) => {
            setFilter(id === 'bad' || id === 'there' ? id : null)
            setFrom(0)
          }}
          choices={[
            { id: 'all', name: text.filters.all },
            ...(counts.bad > 0 ? [{ id: 'bad', name: text.filters.bad }] : []),
            ...(counts.there > 0 ? [{ id: 'there', name: text.filters.there }] : []),
          ]}
        />
        <span className={styles.page}>
          {text.page(Math.min(from + 1, all), Math.min(from + PAGE, all), all)}
        </span>
        <Button
          size="small"
          icon
          aria-label={text.previous}
          isDisabled={from === 0}
          onPress={() => setFrom(from - PAGE)}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </Button>
        <Button
          size="small"
          icon
          aria-label={text.next}
          isDisabled={from + PAGE >= all}
          onPress={() => setFrom(from + PAGE)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
        {counts.bad > 0 && (
          <Button size="small" onPress={() => void saveAndTell(() => ask('import.saveBadRows'))}>
            {text.saveBad}
          </Button>
        )}
      </div>
      {busy && (
        <p role="status" className={styles.reading}>
          <Spinner />{' '}
          {text.importingRows(progress?.done ?? 0, counts.good + counts.bad + counts.there)}
        </p>
      )}
      {failure && <FailureNote failure={failure} />}
      <RowTable rows={rows} />
    </Confirm>
  )
}

/** A page of rows; the newest question counts. */
const useRows = (state: ImportState | null, from: number): readonly ImportRowView[] => {
  const [rows, setRows] = useState<readonly ImportRowView[]>([])
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await ask('import.rows', { from, count: PAGE, ...(state && { state }) })
      if (current) setRows(result.ok ? result.value : [])
    }
    void load()
    return () => {
      current = false
    }
  }, [state, from])
  return rows
}

const signs = { good: Check, bad: X, there: CopyCheck }

const RowTable = ({ rows }: { rows: readonly ImportRowView[] }) => (
  // Scrolled with the keys too, so it has to be reached with them.
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.rows}>
    <table className={styles.table}>
      <thead>
        <tr>
          {(['line', 'artist', 'calendar', 'role', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {text.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ row: { line, cells, state, problems } }: { row: ImportRowView }) => {
  const place = usePlace()
  const Sign = signs[state]
  return (
    <tr>
      <td>{line}</td>
      <td>{cells.artist}</td>
      <td>
        {cells.calendar}
        {cells.username && <small>{cells.username}</small>}
      </td>
      <td>{cells.role}</td>
      <td>
        <span className={cx(styles.state, styles[state])}>
          <Sign size={15} strokeWidth={2} aria-hidden="true" />
          {text.states[state]}
        </span>
        {problems.map((problem) => (
          <small key={problem.column}>{text.problem(problem.column, say(problem, place))}</small>
        ))}
      </td>
    </tr>
  )
}
