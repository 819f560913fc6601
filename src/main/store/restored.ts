import type Database from 'better-sqlite3'
import type { Sentence } from '../../domain/sentence.ts'
import { copyDatabase, removeDatabase, type CopyOptions } from './copy.ts'
import { translated } from './errors.ts'
import { openDatabase, type StoreOptions } from './open.ts'
import { createStore } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * What a backup says about the servers is old: every calendar is compared as a whole, every text is
 * read again, and nothing that waited to be sent is sent before that. Placements say that they come
 * from a backup until they were compared; the sync room has a column of its table for it.
 */
export const distrust = (client: Database.Database): void => {
  client.exec(`
    begin immediate;
    update artist_calendars
      set sync_token = null, ctag = null, last_listing_at = null, failure = null, brake = null;
    update accounts set blocked_until = null, blocked_by = null, failures = 0;
    update remote_objects set etag = null;
    update placements set recalled = 1, caldav_etag = null;
    update outbox set phase = 'held', failure = null, attempts = 0, not_before = 0;
    commit;
  `)
}

/**
 * Makes of a backup a database that can take the place of the one in use: copied to `target`, checked,
 * brought up to date, distrusted and amended, with a notice for staff in it. The backup stays as it is.
 * Throws StoreError.
 */
export const prepareRestored = async (
  backup: string,
  target: string,
  { message, said }: Sentence,
  amend: (tx: Tables) => void,
  options: CopyOptions & Omit<StoreOptions, 'file' | 'zone'>,
): Promise<void> => {
  removeDatabase(target)
  await copyDatabase(backup, target, `${target}.copy`, options)
  try {
    translated(() => {
      const client = openDatabase({ ...options, file: target, isCopy: true })
      try {
        distrust(client)
        createStore(client).transaction(amend)
        client
          .prepare(
            `insert into notices (at, kind, artist_id, message, said) values (?, 'backup', '', ?, ?)`,
          )
          .run(options.now(), message, said ? JSON.stringify(said) : null)
        // One file, to be put in place by its name alone.
        client.pragma('journal_mode = DELETE')
      } finally {
        client.close()
      }
    })
  } catch (error) {
    removeDatabase(target)
    throw error
  }
}
