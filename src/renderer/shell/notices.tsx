import { Bell } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import type { NoticeView } from '../../domain/views.ts'
import { formatAgo } from '../format/time.ts'
import { ask } from '../bridge.ts'
import { useNow } from '../stores/clock.ts'
import { openAppointment } from '../stores/drawer.ts'
import { usePlace } from '../stores/place.ts'
import { useNotices } from '../stores/reads.ts'
import { useArtist } from '../stores/studio.ts'
import { show } from '../stores/view.ts'
import { cx } from '../ui/classes.ts'
import { Floating } from '../ui/floating.tsx'
import { Monogram } from '../ui/monogram.tsx'
import styles from './notices.module.css'
import rail from './rail.module.css'
import { text } from './text.ts'
import { say } from '../format/said.ts'

const newest = { limit: 50 }

/** What artists changed in their calendars, behind a bell; seen once the list was closed. */
export const NoticeBell = () => {
  const notices = useNotices(newest).value ?? []
  const unseen = notices.filter(({ seen }) => !seen).length
  const markSeen = (): void => {
    const upTo = Math.max(0, ...notices.map(({ id }) => id))
    if (unseen > 0) void ask('notices.seen', { upTo })
  }
  return (
    <DialogTrigger onOpenChange={(open) => !open && markSeen()}>
      <Button
        className={cx(rail.item)}
        aria-label={unseen > 0 ? `${text.notices}, ${text.newNotices(unseen)}` : text.notices}
      >
        <Bell size={20} strokeWidth={1.6} aria-hidden="true" />
        <span className={rail.word}>{text.notices}</span>
        {unseen > 0 && <span className={cx(rail.badge, rail.amber)}>{unseen}</span>}
      </Button>
      <Floating placement="right bottom">
        <Dialog className={cx(styles.list)}>
          {({ close }) => (
            <>
              <Heading slot="title" className={cx(styles.title)}>
                {text.notices}
              </Heading>
              {notices.length === 0 && <p className={styles.none}>{text.noNotices}</p>}
              <ul>
                {notices.map((notice) => (
                  <Notice key={notice.id} notice={notice} onOpen={close} />
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Floating>
    </DialogTrigger>
  )
}

const Notice = ({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) => {
  const artist = useArtist(notice.artistId)
  const place = usePlace()
  const now = useNow()
  const { appointmentId } = notice
  const open = (): void => {
    if (appointmentId) {
      show('calendar')
      openAppointment(appointmentId)
    } else show('sync')
    onOpen()
  }
  return (
    <li>
      <button
        type="button"
        className={cx(styles.notice, !notice.seen && styles.unseen)}
        onClick={open}
      >
        {artist && <Monogram artist={artist} size={22} />}
        <span>
          {say(notice, place)}
          <small>{formatAgo(notice.at, now, place)}</small>
        </span>
      </button>
    </li>
  )
}
