import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase, openStore } from '../../src/main/store/open.ts'
import { migrations, NOW, temporaryFolder, ZONE } from '../support/store.ts'

/** The migrations up to the one whose name begins so, as an older Linework has them. */
const migrationsUpTo = (name: string): string => {
  const folder = join(temporaryFolder(), 'migrations')
  cpSync(migrations, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
  const last = journal.entries.findIndex(({ tag }) => tag.startsWith(name))
  expect(last).toBeGreaterThan(0)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  return folder
}

test('busy time of an older database blocks its own calendar, and goes with it', () => {
  const options = { file: join(temporaryFolder(), 'linework.db'), now: () => NOW, zone: ZONE }
  const old = openDatabase({ ...options, migrations: migrationsUpTo('0010') })
  old.exec(`
    insert into accounts (id, label, base_url, username, calendar_base_path, created_at)
      values ('account', 'Studio', 'https://cloud.example', 'desk', '', 0);
    insert into artists (id, name, ink, hours, created_at)
      values ('mara', 'Mara', 1, '[]', 0), ('jonas', 'Jonas', 2, '[]', 0);
    insert into artist_calendars (id, artist_id, account_id, url, name, role, created_at, ctag)
      values ('of-mara', 'mara', 'account', 'https://cloud.example/m/', 'M', 'booking', 0, 'c1'),
        ('of-jonas', 'jonas', 'account', 'https://cloud.example/j/', 'J', 'booking', 0, 'c2');
    insert into remote_objects (id, calendar_id, href, text, hash)
      values (1, 'of-mara', '/m/1.ics', '', ''), (2, 'of-jonas', '/j/1.ics', '', '');
    insert into busy_intervals (object_id, calendar_id, start, "end", title, private, transparent, all_day)
      values (1, 'of-mara', 1000, 2000, 'Dentist', 1, 0, 0), (2, 'of-jonas', 1500, 1600, 'Lunch', 0, 1, 1);
  `)
  old.close()

  const store = openStore({ ...options, migrations })
  const busy = (...calendarIds: string[]) => store.read.busy.overlapping(calendarIds, 0, 5000)
  expect(store.read.calendars.all()).toMatchObject([
    { id: 'of-mara', artistId: 'mara', ctag: 'c1' },
    { id: 'of-jonas', artistId: 'jonas', ctag: 'c2' },
  ])
  const dentist = { start: 1000, end: 2000, title: 'Dentist', private: true, transparent: false }
  const lunch = { start: 1500, end: 1600, title: 'Lunch', transparent: true, allDay: true }
  expect(busy('of-mara')).toMatchObject([{ calendarId: 'of-mara', ...dentist }])
  expect(busy('of-jonas')).toMatchObject([{ calendarId: 'of-jonas', ...lunch }])
  expect(store.read.busy.times(['of-mara', 'of-jonas'], 0, 5000)).toMatchObject([
    { calendarId: 'of-mara', start: 1000, end: 2000, objectId: 1 },
    { calendarId: 'of-jonas', start: 1500, end: 1600, objectId: 2 },
  ])
  store.transaction((tx) => tx.calendars.remove('of-mara'))
  expect(busy('of-mara', 'of-jonas')).toMatchObject([{ calendarId: 'of-jonas' }])
  store.close()
})
