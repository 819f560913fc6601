/** Habits of servers in the field that last, as against the faults of single requests. */
export interface Quirks {
  /** A UID that was deleted from a calendar is refused there with 400, as by Nextcloud. */
  trashBin: boolean
  /** The status for a UID that lives at another href: 409 with `no-uid-conflict`, Nextcloud 400. */
  uidConflict: 400 | 409
  /** The most rows of one sync-collection answer; null for no limit. */
  pageSize: number | null
  /** A token newer than the calendar is taken as valid, as sabre does after a restored backup. */
  acceptFutureTokens: boolean
  /** Multiget leaves missing members out, as sabre does, in place of a 404 row. */
  multigetOmitsMissing: boolean
  /** What is stored in place of what was sent. */
  rewrite: ((text: string) => string) | null
  /** sabre sends no ETag for a text it altered, Radicale always one, some servers never. */
  etagOnPut: 'unless-altered' | 'always' | 'never'
}

export const goodServer: Readonly<Quirks> = {
  trashBin: false,
  uidConflict: 409,
  pageSize: null,
  acceptFutureTokens: false,
  multigetOmitsMissing: false,
  rewrite: null,
  etagOnPut: 'unless-altered',
}
