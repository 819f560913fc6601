import { german } from '../../domain/german.ts'
import type { Language } from '../../domain/language.ts'
import { saidOf, sayIn } from '../../domain/sentence.ts'
import type { LanguageSetting } from '../../domain/settings.ts'
import type { NoticeView } from '../../domain/views.ts'
import { sayTime } from '../../domain/wording.ts'
import type { Store } from '../store/store.ts'
import type { Timers } from '../sync/engine.ts'

/** What the system shows outside the window. */
export interface SystemNotice {
  readonly title: string
  readonly body: string
  /** What a click opens; without one there are several, or none in particular. */
  readonly appointmentId: string | null
}

export interface SystemNoticeParts {
  readonly store: Store
  readonly timers: Timers
  /** Whoever looks at the window sees the notices there. */
  readonly isFocused: () => boolean
  readonly languageFor: (setting: LanguageSetting) => Language
  readonly show: (notice: SystemNotice) => void
}

/** A sync tells many things at once: they are told as one. */
const GATHER = 2_000

const NEWEST = 200
const LINES = 3

/** Only what needs a person; what an artist changed is told in the window. */
const kinds = ['conflict', 'refused', 'failure', 'brake', 'backup'] as const

type Told = (typeof kinds)[number]

interface Words {
  readonly titles: Readonly<Record<Told, string>>
  readonly several: (count: number) => string
  readonly more: (count: number) => string
  readonly message: (notice: NoticeView, zone: string) => string
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    titles: {
      conflict: 'Two bookings at the same time, or changed on both sides',
      refused: 'A calendar did not accept a booking',
      failure: 'A calendar cannot be synchronised',
      brake: 'Linework waits for your decision',
      backup: 'About your backups',
    },
    several: (count) => `${count} things need your decision`,
    more: (count) => `And ${count} more.`,
    message: ({ message }) => message,
  },
  de: {
    titles: {
      conflict: 'Zwei Buchungen zur selben Zeit, oder auf beiden Seiten geändert',
      refused: 'Ein Kalender hat eine Buchung nicht angenommen',
      failure: 'Ein Kalender kann nicht abgeglichen werden',
      brake: 'Linework wartet auf Ihre Entscheidung',
      backup: 'Zu Ihren Sicherungskopien',
    },
    several: (count) => `${count} Dinge brauchen Ihre Entscheidung`,
    more: (count) => `Und ${count} weitere.`,
    message: ({ message, said }, zone) =>
      sayIn(german, said ?? saidOf({ message }), (time) => sayTime(time, zone, 'de-DE')),
  },
}

type ToldNotice = NoticeView & { readonly kind: Told }

const needsPerson = (notice: NoticeView): notice is ToldNotice =>
  kinds.some((kind) => kind === notice.kind)

/** Tells the system about notices that need a person, from now on; returns what ends that. */
export const tellSystem = (parts: SystemNoticeParts): (() => void) => {
  const { store, timers, isFocused, languageFor, show } = parts
  const { read } = store
  let told = read.notices.list(1)[0]?.id ?? 0
  let waiting: unknown = null

  const tell = (): void => {
    waiting = null
    const newest = read.notices.list(NEWEST)
    const fresh = newest.filter(needsPerson).filter(({ id, seen }) => id > told && !seen)
    told = Math.max(told, newest[0]?.id ?? 0)
    const { language, zone } = read.settings.get()
    const notice = isFocused() ? null : noticeOf(fresh, words[languageFor(language)], zone)
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
const noticeOf = (
  notices: readonly ToldNotice[],
  said: Words,
  zone: string,
): SystemNotice | null => {
  const first = notices[0]
  if (!first) return null
  const more = notices.length - LINES
  const lines = notices.slice(0, LINES).map((notice) => said.message(notice, zone))
  const alone = notices.length === 1
  return {
    title: alone ? said.titles[first.kind] : said.several(notices.length),
    body: [...lines, ...(more > 0 ? [said.more(more)] : [])].join('\n'),
    appointmentId: alone ? first.appointmentId : null,
  }
}
