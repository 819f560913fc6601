import { RefreshCw } from 'lucide-react'
import { useRef, useState } from 'react'
import { useArtistList, useCalendars, useSyncHealth } from '../stores/reads.ts'
import { useActiveArtists, useSyncStatus } from '../stores/studio.ts'
import { show } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { Empty, FailureNote, Spinner } from '../ui/message.tsx'
import { Unanswered } from '../ui/unanswered.tsx'
import { ArtistCard } from './artist-card.tsx'
import { Brakes } from './brakes.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { everything, type LogFilter } from './log-filter.ts'
import { LogPanel } from './log-panel.tsx'
import styles from './sync.module.css'
import { text } from './text.ts'
import { Troubles } from './troubles.tsx'
import { Waiting } from './waiting.tsx'

/** How each artist's calendars do, what waits, what needs a person, and what was done. */
export const SyncScreen = () => {
  const loaded = useArtistList()
  const artists = useActiveArtists()
  if (loaded.failure && !loaded.value) return <Unanswered failure={loaded.failure} />
  if (loaded.value && artists.length === 0)
    return (
      <Empty title={text.noArtists} icon={<RefreshCw size={32} strokeWidth={1.5} />}>
        <p>{text.noArtistsHint}</p>
        <Button look="ink" onPress={() => show('settings')}>
          {text.toSettings}
        </Button>
      </Empty>
    )
  return <Overview />
}

const Overview = () => {
  const artists = useActiveArtists()
  const status = useSyncStatus()
  const { value: calendars, failure: unknown } = useCalendars()
  const { value: health, failure } = useSyncHealth()
  const [filter, setFilter] = useState<LogFilter>(everything)
  const log = useRef<HTMLElement>(null)
  const showLogOf = (artistId: string): void => {
    setFilter({ ...everything, artistId })
    log.current?.scrollIntoView({ block: 'nearest' })
  }
  if (unknown && !calendars) return <Unanswered failure={unknown} />
  if (!status || !calendars || !(health || failure))
    return (
      <div className={styles.loading} role="status">
        <Spinner size={24} />
        <span className="visually-hidden">{text.loading}</span>
      </div>
    )
  return (
    <div className={styles.page}>
      {health && <FigureStrip health={health} />}
      {failure && <FailureNote failure={failure} />}
      <section className={styles.cards} aria-label={text.artists}>
        {artists.map((artist) => (
          <ArtistCard
            key={artist.id}
            artist={artist}
            sync={status.artists.find(({ artistId }) => artistId === artist.id)}
            nextRunAt={status.nextRunAt}
            calendars={calendars.filter(({ artistId }) => artistId === artist.id)}
            health={health?.artists.find(({ artistId }) => artistId === artist.id)}
            onShowLog={() => showLogOf(artist.id)}
          />
        ))}
      </section>
      <div className={styles.lower}>
        <div className={styles.aside}>
          <Brakes calendars={calendars} />
          <Waiting status={status} />
          <Troubles />
        </div>
        <LogPanel
          ref={log}
          filter={filter}
          onFilter={setFilter}
          syncing={status.artists.flatMap(({ artistId, state }) =>
            state === 'syncing' ? artistId : [],
          )}
        />
      </div>
    </div>
  )
}
