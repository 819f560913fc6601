/**
 * How long backing up and restoring a studio of 200,000 events takes, in the thread that does it.
 * `node test/bench/backup.ts [events]`
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultHours } from '../../src/domain/artist.ts'
import { HOUR } from '../../src/domain/interval.ts'
import { runJob, type JobName, type Jobs } from '../../src/main/backup/jobs.ts'
import { openStore } from '../../src/main/store/open.ts'
import { benchEvent } from './events.ts'
import { printRows, type Row } from './print.ts'

const count = Number(process.argv[2] ?? 200_000)
const ARTISTS = 20
const migrations = resolve(import.meta.dirname, '../../migrations')
const folder = mkdtempSync(join(tmpdir(), 'linework-bench-'))
const file = join(folder, 'linework.db')
const start = Date.now()

const fill = (): void => {
  const store = openStore({ file, migrations, now: () => start, zone: 'Europe/Berlin' })
  const accountId = randomUUID()
  store.transaction((tx) =>
    tx.accounts.insert({
      id: accountId,
      label: 'Bench',
      baseUrl: 'https://cloud.example',
      username: 'desk',
      calendarBasePath: '/remote.php/dav/calendars',
      createdAt: start,
    }),
  )
  for (let artist = 0; artist < ARTISTS; artist++) {
    const [artistId, calendarId] = [randomUUID(), randomUUID()]
    store.transaction((tx) => {
      const name = `Artist ${artist + 1}`
      tx.artists.insert({ id: artistId, name, ink: 1, hours: defaultHours, createdAt: start })
      tx.calendars.insert({
        id: calendarId,
        artistId,
        accountId,
        url: `https://cloud.example/remote.php/dav/calendars/desk/${artist}/`,
        name,
        role: 'booking',
        createdAt: start,
      })
      for (let index = 0; index < count / ARTISTS; index++) {
        const event = benchEvent(index, start)
        const at = start + (index % 5_000) * HOUR
        tx.objects.upsert(
          {
            calendarId,
            href: `/${artist}/${event.file}`,
            uid: `${artist}-${index}`,
            etag: `"${index}"`,
            text: event.text,
            hash: String(index),
            problem: null,
          },
          [
            {
              times: [at, at + HOUR],
              title: 'Session',
              private: false,
              transparent: false,
              allDay: false,
            },
          ],
        )
      }
    })
  }
  store.close()
}

const rows: Row[] = []
const measure = async <Name extends JobName>(
  what: string,
  name: Name,
  given: Jobs[Name],
): Promise<void> => {
  const from = performance.now()
  const done = await runJob(name, given, { migrations, nativeBinding: undefined })
  if (!done.ok) throw new Error(done.error.message)
  rows.push({ what, seconds: (performance.now() - from) / 1000 })
}

try {
  fill()
  const [backups, calendars] = [join(folder, 'backups'), join(folder, 'calendars')]
  mkdirSync(backups)
  mkdirSync(calendars)
  const backup = join(backups, 'one.db')
  const target = join(folder, 'ready.db')
  await measure('back up, checked', 'copy', { source: file, folder: backups, name: 'one.db' })
  await measure('check alone', 'check', { file: backup })
  const message = { message: 'Bench' }
  await measure('make ready to restore', 'prepare', {
    backup,
    target,
    now: start,
    message,
    erased: [],
  })
  await measure('preview of what would change', 'compare', { current: file, restored: target })
  await measure('20 calendar files', 'calendars', { source: file, folder: calendars })
  const megabytes = statSync(file).size / 1e6
  printRows(`Backup and restore, ${count} events, ${megabytes.toFixed(0)} MB`, rows)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
