import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupName } from '../../src/domain/backup-name.ts'
import type { Failure } from '../../src/domain/failure.ts'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import { dateAt, instantOn } from '../../src/domain/zone.ts'
import {
  addArtists,
  addEvent,
  addVisit,
  makeStudioFolder,
  type StudioParts,
} from './studio-folder.ts'

const artists = ['Mara Lindqvist', 'Jonas Behr', 'Ilka Petrova', 'Rosa Delmar']

/** So that the pictures are the same whatever day they are taken on. */
const everyDay = Array.from({ length: 7 }, () => [{ from: 11 * 60, to: 19 * 60 }])

const visitors = [
  ['Ava Chen', 'Daniel Osei'],
  ['Nora Whitfield', 'Tom Baker'],
  ['Priya Nair', 'Lena Hoff'],
  ['Sam Okoro', 'Julia Brandt'],
]

/** Left alone for the time of a picture, with a password that `login` gives. */
const signIn = ({ store, account, now }: StudioParts): void =>
  store.transaction((tx) => {
    tx.accounts.update(account.id, { frozenAt: null, blockedUntil: now + HOUR })
    tx.settings.setValue('environment-account', account.id)
  })

/** A day of four artists whose calendars were last read so long ago, and why not since. */
const withCalendars = (zone: string, ago: number, failures: readonly (Failure | null)[]): string =>
  makeStudioFolder(zone, (parts) => {
    const { store, now } = parts
    signIn(parts)
    const hour = (at: number): number => instantOn(dateAt(now, zone), at * 60, zone)
    for (const [nth, name] of artists.entries()) {
      const failure = failures[nth % failures.length] ?? null
      const lastSuccessAt = failure ? now - ago : now - MINUTE
      const [made] = addArtists(
        parts,
        [name],
        { ink: nth + 1, hours: everyDay },
        { lastSuccessAt, failure },
      )
      if (!made) throw new Error('An artist was added.')
      const [first = '', second = ''] = visitors[nth] ?? []
      addVisit(store, made.artist.id, first, { start: hour(11), end: hour(13) })
      addVisit(store, made.artist.id, second, { start: hour(15), end: hour(16 + nth) })
      addEvent(store, made.calendar.id, {
        title: 'Lunch',
        start: hour(13) + 15 * MINUTE,
        end: hour(14),
      })
    }
  })

/** The environment that signs in to the studios below. */
export const login = {
  NEXTCLOUD_BASE_URL: 'https://cloud.example',
  NEXTCLOUD_USERNAME: 'desk',
  NEXTCLOUD_PASSWORD: 'not a real one',
}

/** No server can be reached any more, for 40 minutes. */
export const offlineStudio = (zone: string): string =>
  withCalendars(zone, 40 * MINUTE, [
    {
      kind: 'unreachable',
      message: 'cloud.example cannot be reached.',
      remedy: 'Check the internet connection. Linework goes on by itself.',
    },
  ])

/** Two of four calendars have not been read for a day. */
export const staleStudio = (zone: string): string =>
  withCalendars(zone, 26 * HOUR, [
    null,
    { kind: 'maintenance', message: 'Nextcloud is in maintenance.' },
  ])

/** A studio that is set up and has nothing in it yet. */
export const emptyStudio = (zone: string): string => makeStudioFolder(zone, signIn)

/** A database that cannot be read, with a backup of last night beside it. */
export const damagedStudio = (zone: string): string => {
  const whole = makeStudioFolder(zone)
  const folder = mkdtempSync(join(tmpdir(), 'linework-screens-'))
  mkdirSync(join(folder, 'backups'))
  const name = backupName(Date.now() - 14 * HOUR, 'daily')
  renameSync(join(whole, 'linework.db'), join(folder, 'backups', name))
  writeFileSync(join(folder, 'linework.db'), 'This is not a database. '.repeat(1000))
  return folder
}
