/**
 * The three-way decision for one placement, as a table. Rows: what happened here since the two sides
 * last agreed. Columns: what happened on the server.
 */

/**
 * `new`, `dropped` and `dead` are not known to be on the server: wished for, given up, long given up.
 * `ended-there` was cancelled by the artist. Those that begin with `recalled` are as a restored backup has
 * them: what is known, what it was about to change, to create, to delete, and what it had given up. The
 * server knows better.
 */
export type LocalChange =
  | 'same'
  | 'changed'
  | 'deleted'
  | 'new'
  | 'dropped'
  | 'dead'
  | 'ended-there'
  | 'recalled'
  | 'recalled-changed'
  | 'recalled-new'
  | 'recalled-deleted'
  | 'recalled-dead'

/** `landed`: what is there is what we sent last, or grew from it. */
export type RemoteChange = 'same' | 'changed' | 'gone' | 'landed'

export type Verdict =
  /** Nothing to do but to note the ETag. */
  | 'keep'
  /** Our write is in place: agree on it, and take over what was changed on top of it. */
  | 'agree'
  /** Take over what the artist changed. */
  | 'adopt'
  /** Take over what the artist changed, push what we changed elsewhere, show what collides. */
  | 'merge'
  | 'create'
  | 'push'
  | 'delete'
  /** The artist deleted it: the slot is free, the record stays. */
  | 'cancelled-by-artist'
  /** The artist deleted what we were changing: the server wins, a person is told. */
  | 'needs-person'
  /** The artist changed what we were deleting: the server wins, a person is told. */
  | 'restore'
  /** The artist has put back what they had cancelled: the booking is on again. */
  | 'revive'
  /** It is about somebody who was erased here: noted, and the artist's alone. */
  | 'leave'
  /** Nothing is left on either side. */
  | 'forget'
  /** Take over all that the server says; what the backup was about to change is set aside. */
  | 'recall'
  /** Deleted since the backup was made: the slot is free, the record stays. */
  | 'gone-since'
  /** Sent and deleted since the backup, or never sent: nobody here can tell, so a person is asked. */
  | 'ask'

export const policy = {
  same: { same: 'keep', changed: 'adopt', gone: 'cancelled-by-artist', landed: 'agree' },
  changed: { same: 'push', changed: 'merge', gone: 'needs-person', landed: 'agree' },
  deleted: { same: 'delete', changed: 'restore', gone: 'forget', landed: 'delete' },
  new: { same: 'agree', changed: 'merge', gone: 'create', landed: 'agree' },
  dropped: { same: 'delete', changed: 'restore', gone: 'forget', landed: 'delete' },
  dead: { same: 'delete', changed: 'keep', gone: 'keep', landed: 'delete' },
  'ended-there': { same: 'keep', changed: 'revive', gone: 'forget', landed: 'revive' },
  recalled: { same: 'recall', changed: 'recall', gone: 'gone-since', landed: 'recall' },
  'recalled-changed': {
    same: 'recall',
    changed: 'recall',
    gone: 'needs-person',
    landed: 'recall',
  },
  'recalled-new': { same: 'recall', changed: 'recall', gone: 'ask', landed: 'recall' },
  'recalled-deleted': { same: 'restore', changed: 'restore', gone: 'forget', landed: 'restore' },
  'recalled-dead': { same: 'keep', changed: 'keep', gone: 'keep', landed: 'keep' },
} as const satisfies Record<LocalChange, Record<RemoteChange, Verdict>>

/** What is known about one placement when the decision is made. */
export interface Standing {
  /** The last state both sides agreed on was seen on the server. */
  readonly known: boolean
  readonly wish: 'present' | 'gone' | null
  /** The artist cancelled the booking in the calendar. */
  readonly endedThere: boolean
  /** It comes from a restored backup and was not compared with the server since. */
  readonly recalled: boolean
  /** The wish was made after the restore, or there was none. */
  readonly freshWish: boolean
  /** Hash of the server's object now; null when a complete pull did not find it. */
  readonly serverHash: string | null
  readonly baseHash: string | null
  /** The server's object carries the mark of our last write. */
  readonly landed: boolean
}

export const localChange = (standing: Standing): LocalChange => {
  const { known, wish, endedThere, recalled, freshWish } = standing
  if (endedThere) return 'ended-there'
  if (recalled && wish === 'present' && !known) return 'recalled-new'
  if (recalled && wish === null) return known ? 'recalled' : 'recalled-dead'
  if (recalled && !freshWish) return wish === 'present' ? 'recalled-changed' : 'recalled-deleted'
  if (known) return wish === null ? 'same' : wish === 'present' ? 'changed' : 'deleted'
  return wish === null ? 'dead' : wish === 'present' ? 'new' : 'dropped'
}

export const remoteChange = ({ serverHash, baseHash, landed }: Standing): RemoteChange => {
  if (serverHash === null) return 'gone'
  if (landed) return 'landed'
  return serverHash === baseHash ? 'same' : 'changed'
}

export const decide = (standing: Standing): Verdict =>
  policy[localChange(standing)][remoteChange(standing)]
