import type { Command } from '../../contract/announcements.ts'
import type { NoticeView } from '../../domain/views.ts'
import { count } from '../../domain/wording.ts'
import type { Store } from '../store/store.ts'
import type { Timers } from '../sync/engine.ts'

/** What the system shows outside the window. */
export interface SystemNotice {
  readonly title: string
  readonly body: string
  /** What a click asks the window to do. */
  readonly command: Command
}

export interface SystemNoticeParts {
  readonly store: Store
  readonly timers: Timers
  /** Whoever looks at the window sees the notices there. */
  readonly isFocused: () => boolean
  readonly show: (notice: SystemNotice) => void
}

/** A sync tells many things at once: they are told as one. */
const GATHER = 2_000

const NEWEST = 200
const LINES = 3

/** Only what needs a person; what an artist changed is told in the window. */
const titles: Partial<Record<NoticeView['kind'], string>> = {
  conflict: 'Two bookings at the same time, or changed on both sides',
  refused: 'A calendar did not accept a booking',
  failure: 'A calendar cannot be synchronised',
  brake: 'Linework waits for your decision',
  backup: 'About your backups',
}

/** Tells the system about notices that need a person, from now on; returns what ends that. */
export const tellSystem = ({ store, timers, isFocused, show }: SystemNoticeParts): (() => void) => {
  const { read } = store
  let told = read.notices.list(1)[0]?.id ?? 0
  let waiting: unknown = null

  const tell = (): void => {
    waiting = null
    const newest = read.notices.list(NEWEST)
    const fresh = newest.filter(({ id, seen, kind }) => id > told && !seen && kind in titles)
    told = Math.max(told, newest[0]?.id ?? 0)
    const notice = isFocused() ? null : noticeOf(fresh)
    if (notice) show(notice)
  }

  const endSubscription = store.onChange((topics) => {
    if (topics.has('notices')) waiting ??= timers.set(tell, GATHER)
  })
  return () => {
    endSubscription()
    if (waiting !== null) timers.clear(waiting)
  }
}

/** Newest first. */
const noticeOf = (notices: readonly NoticeView[]): SystemNotice | null => {
  const first = notices[0]
  if (!first) return null
  const more = notices.length - LINES
  const lines = notices.slice(0, LINES).map(({ message }) => message)
  return {
    title:
      notices.length === 1
        ? (titles[first.kind] ?? '')
        : `${count(notices.length, 'thing needs', 'things need')} your decision`,
    body: [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n'),
    command: 'show-sync',
  }
}
