import { ChevronDown, Circle, CircleCheck, CloudOff, RefreshCw, TriangleAlert } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { SyncStatus } from '../../domain/views.ts'
import { act } from '../stores/act.ts'
import { useNow } from '../stores/clock.ts'
import { later } from '../later.ts'
import { usePlace } from '../stores/place.ts'
import { useActiveArtists, useSyncStatus } from '../stores/studio.ts'
import { show } from '../stores/view.ts'
import { cx } from '../ui/classes.ts'
import { Menu, MenuHeading, MenuItem, MenuLine } from '../ui/menu.tsx'
import { Spinner } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { statusLine, type StatusLine } from './status-text.ts'
import styles from './sync-control.module.css'
import { text } from './text.ts'

const SyncRangeDialog = later(async () => (await import('./sync-range.tsx')).SyncRangeDialog)

/** How the calendars stand, and the button that asks them now. */
export const SyncControl = () => {
  const status = useSyncStatus()
  const artists = useActiveArtists()
  const [choosing, setChoosing] = useState(false)
  return (
    <div className={styles.control}>
      {status && <Pill status={status} />}
      <Button
        className={cx(styles.part)}
        aria-label={text.syncNow}
        onPress={() => void act('sync.run', {})}
      >
        <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.words}>{text.syncNow}</span>
      </Button>
      <Menu
        label={text.syncMore}
        trigger={
          <Button className={cx(styles.part, styles.more)} aria-label={text.syncMore}>
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        }
      >
        <MenuHeading name={text.syncNow}>
          <MenuItem name={text.syncAll} onAction={() => void act('sync.run', {})}>
            <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
            {text.syncAll}
          </MenuItem>
          {artists.map((artist) => (
            <MenuItem
              key={artist.id}
              name={artist.name}
              onAction={() => void act('sync.run', { artistId: artist.id })}
            >
              <Monogram artist={artist} size={22} />
              {artist.name}
            </MenuItem>
          ))}
        </MenuHeading>
        <MenuLine />
        <MenuItem name={text.syncRange} onAction={() => setChoosing(true)}>
          {text.syncRange}
        </MenuItem>
      </Menu>
      <Suspense>{choosing && <SyncRangeDialog onClose={() => setChoosing(false)} />}</Suspense>
    </div>
  )
}

const Pill = ({ status }: { status: SyncStatus }) => {
  const now = useNow()
  const place = usePlace()
  const { tone, words } = statusLine(status, now, place)
  return (
    <Button className={cx(styles.part, styles.pill, styles[tone])} onPress={() => show('sync')}>
      <Sign state={status.state} tone={tone} />
      <span role="status" title={words}>
        {words}
      </span>
    </Button>
  )
}

const Sign = ({ state, tone }: { state: SyncStatus['state']; tone: StatusLine['tone'] }) => {
  const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
  if (state === 'syncing') return <Spinner />
  if (state === 'offline') return <CloudOff {...look} />
  if (tone === 'ok') return <CircleCheck {...look} />
  return tone === 'plain' ? <Circle {...look} /> : <TriangleAlert {...look} />
}
