import { useState, type Ref } from 'react'
import { quarterEnd } from '../../domain/sync-health.ts'
import { useNow } from '../stores/clock.ts'
import { useArtists } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { everything, periods, results, type LogFilter } from './log-filter.ts'
import styles from './log.module.css'
import { LogTable } from './log-table.tsx'
import { text } from './text.ts'
import { useSyncLog } from './use-sync-log.ts'

interface LogPanelProps {
  ref: Ref<HTMLElement>
  filter: LogFilter
  onFilter: (filter: LogFilter) => void
  /** Artists whose calendars are being synced right now. */
  syncing: readonly string[]
}

const STEP = 100

/** What was synced, newest first. */
export const LogPanel = ({ ref, filter, onFilter, syncing }: LogPanelProps) => {
  const [most, setMost] = useState(STEP)
  const { entries, more, failure } = useSyncLog(filter, quarterEnd(useNow()), most)
  const running =
    filter.result === 'all'
      ? syncing.filter((id) => filter.artistId === null || id === filter.artistId)
      : []
  const narrowed = filter.artistId !== null || filter.result !== 'all'
  return (
    <section ref={ref} className={styles.panel} aria-label={text.log}>
      <header className={styles.head}>
        <h2>{text.log}</h2>
        <Filters filter={filter} onFilter={onFilter} />
      </header>
      {failure && (
        <div className={styles.note}>
          <FailureNote failure={failure} />
        </div>
      )}
      {(entries?.length ?? 0) + running.length > 0 ? (
        <LogTable entries={entries ?? []} running={running} />
      ) : (
        entries && (
          <div className={styles.empty}>
            <p>{narrowed ? text.noMatch : text.emptyLog}</p>
            {narrowed && (
              <Button size="small" onPress={() => onFilter({ ...everything, days: filter.days })}>
                {text.showAll}
              </Button>
            )}
          </div>
        )
      )}
      {more && (
        <footer className={styles.foot}>
          <Button size="small" onPress={() => setMost(most + STEP)}>
            {text.more(STEP)}
          </Button>
        </footer>
      )}
    </section>
  )
}

const everyone = 'everyone'

const Filters = ({ filter, onFilter }: Pick<LogPanelProps, 'filter' | 'onFilter'>) => {
  const artists = useArtists()
  const put = (changes: Partial<LogFilter>): void => onFilter({ ...filter, ...changes })
  return (
    <div className={styles.filters}>
      <Select
        label={text.artist}
        hideLabel
        value={filter.artistId ?? everyone}
        onChange={(id) => put({ artistId: id === everyone ? null : id })}
        choices={[
          { id: everyone, name: text.allArtists },
          ...artists.map((artist) => ({
            id: artist.id,
            name: artist.name,
            mark: <Monogram artist={artist} size={22} />,
          })),
        ]}
      />
      <Select
        label={text.result}
        hideLabel
        value={filter.result}
        onChange={(id) => put({ result: results.find((one) => one === id) ?? 'all' })}
        choices={results.map((id) => ({ id, name: text.results[id] }))}
      />
      <Select
        label={text.period}
        hideLabel
        value={String(filter.days)}
        onChange={(id) => put({ days: Number(id) })}
        choices={periods.map((days) => ({ id: String(days), name: text.days(days) }))}
      />
    </div>
  )
}
