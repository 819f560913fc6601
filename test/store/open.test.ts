import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { translated, StoreError } from '../../src/main/store/errors.ts'
import { openDatabase, openStore } from '../../src/main/store/open.ts'
import { createStore } from '../../src/main/store/store.ts'
import { migrations, NOW, temporaryFolder, ZONE } from '../support/store.ts'

const optionsIn = (folder: string, over: { migrations?: string; now?: number } = {}) => ({
  file: join(folder, 'linework.db'),
  migrations: over.migrations ?? migrations,
  now: () => over.now ?? NOW,
  zone: ZONE,
})

const failureOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof StoreError) return error.failure
    throw error
  }
  throw new Error('This should have failed.')
}

/** A copy of the migrations with one more, made `later` ms after the newest. */
const migrationsWith = (statement: string, later: number): string => {
  const folder = join(temporaryFolder(), 'migrations')
  cpSync(migrations, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = journalOf(migrations)
  const last = journal.entries.at(-1)
  const entry = {
    ...last,
    idx: journal.entries.length,
    tag: 'next',
    when: (last?.when ?? 0) + later,
  }
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }))
  writeFileSync(join(folder, 'next.sql'), statement)
  return folder
}

const journalOf = (folder: string): { entries: { when: number }[] } =>
  JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))

test('only what may be told again is written without waiting for the disk', () => {
  const client = openDatabase(optionsIn(temporaryFolder()))
  const store = createStore(client)
  const waits = (): boolean => client.pragma('synchronous', { simple: true }) === 2
  const heard: boolean[] = []
  store.onChange(() => heard.push(waits()))
  const settle = (): boolean => {
    store.read.settings.update({ slotMinutes: 30 })
    return waits()
  }
  expect(store.passing(settle)).toBe(false)
  expect(store.transaction(settle)).toBe(true)
  expect(() =>
    store.passing(() => {
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(waits()).toBe(true)
  expect(heard).toEqual([true, true])
  store.close()
})

test('the pragmas hold', () => {
  const client = openDatabase(optionsIn(temporaryFolder()))
  const pragma = (name: string): unknown => client.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('busy_timeout')).toBe(5000)
  expect(pragma('trusted_schema')).toBe(0)
  client.close()
})

test('a new database needs no backup, and opens again as it was', () => {
  const folder = temporaryFolder()
  const first = openStore(optionsIn(folder))
  first.transaction((tx) => tx.settings.update({ studioName: 'Linework', zone: 'Europe/Vienna' }))
  first.checkpoint()
  first.close()
  expect(readdirSync(folder)).toEqual(['linework.db'])
  const second = openStore(optionsIn(folder))
  expect(second.read.settings.get()).toMatchObject({
    studioName: 'Linework',
    zone: 'Europe/Vienna',
  })
  second.close()
})

test('before a migration there is a whole copy', () => {
  const folder = temporaryFolder()
  const store = openStore(optionsIn(folder))
  store.transaction((tx) => tx.settings.update({ studioName: 'Before' }))
  store.close()
  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups/mine.txt'), '')

  const next = migrationsWith('create table inks (id text primary key);', 1)
  const client = openDatabase(optionsIn(folder, { migrations: next }))
  expect(client.prepare('select count(*) from inks').pluck().get()).toBe(0)
  client.close()
  const newest = 'linework-2026-03-04T09-00-00Z-migration.db'
  expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual([newest, 'mine.txt'])
  const copy = new Database(join(folder, 'backups', newest), { readonly: true })
  const name = copy.prepare(`select value from settings where key = 'studioName'`).pluck().get()
  expect(name).toBe('"Before"')
  copy.close()
})

test('a migration that fails leaves the database as it was', () => {
  const folder = temporaryFolder()
  openStore(optionsIn(folder)).close()
  const broken = migrationsWith('drop table settings;--> statement-breakpoint\nnonsense;', 1)
  expect(failureOf(() => openStore(optionsIn(folder, { migrations: broken })))).toMatchObject({
    kind: 'database-not-upgraded',
    message: expect.stringContaining('left as it is'),
  })
  const store = openStore(optionsIn(folder))
  expect(store.read.settings.get().zone).toBe(ZONE)
  store.close()
})

test('a database from a newer Linework is refused and left alone', () => {
  const folder = temporaryFolder()
  const next = migrationsWith('create table inks (id text primary key);', 1)
  openStore(optionsIn(folder, { migrations: next })).close()
  const before = readFileSync(join(folder, 'linework.db'))
  expect(failureOf(() => openStore(optionsIn(folder)))).toMatchObject({
    kind: 'database-newer',
    remedy: expect.any(String),
  })
  expect(readFileSync(join(folder, 'linework.db')).equals(before)).toBe(true)
})

test('a file that is no database, or a damaged one, is told apart from a bug', () => {
  const folder = temporaryFolder()
  const options = optionsIn(folder)
  writeFileSync(options.file, 'This is not a database. '.repeat(500))
  expect(failureOf(() => openStore(options)).kind).toBe('database-corrupt')

  const other = optionsIn(temporaryFolder())
  openStore(other).close()
  const bytes = readFileSync(other.file)
  bytes.fill(0xff, 4096, bytes.length - 4096)
  writeFileSync(other.file, bytes)
  expect(failureOf(() => openStore(other)).kind).toBe('database-corrupt')
})

test('a folder that cannot be written, or made, is said so', () => {
  const folder = temporaryFolder()
  const options = optionsIn(folder)
  openStore(options).close()
  chmodSync(options.file, 0o444)
  chmodSync(folder, 0o555)
  const failures = asNobody([folder, options.file], () => [
    failureOf(() => openStore(options)).kind,
    failureOf(() => openStore(optionsIn(join(folder, 'new')))).kind,
  ])
  chmodSync(folder, 0o755)
  expect(failures).toEqual(['database-read-only', 'database-read-only'])

  writeFileSync(join(folder, 'file'), '')
  const below = optionsIn(join(folder, 'file'))
  expect(failureOf(() => openStore(below)).kind).toBe('database-read-only')
})

/** Permissions mean nothing to root: the test gives its rights away for a moment. */
const asNobody = <T>(paths: string[], work: () => T): T => {
  if (process.geteuid?.() !== 0) return work()
  const nobody = 65_534
  for (const path of paths) chownSync(path, nobody, nobody)
  process.seteuid?.(nobody)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

test('a full disk is said so, and what was there stays', () => {
  const client = openDatabase(optionsIn(temporaryFolder()))
  const store = createStore(client)
  store.transaction((tx) => tx.settings.update({ studioName: 'Before' }))
  client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true }))}`)
  let events = 0
  store.onChange(() => events++)
  const fill = () =>
    store.transaction((tx) => {
      tx.settings.update({ studioName: 'After' })
      tx.settings.setValue('large', 'x'.repeat(1_000_000))
    })
  expect(failureOf(fill)).toMatchObject({ kind: 'disk-full' })
  expect(store.read.settings.get().studioName).toBe('Before')
  expect(events).toBe(0)

  client.pragma('max_page_count = 1000000')
  fill()
  expect(store.read.settings.get().studioName).toBe('After')
  store.close()
})

test('what is not about the disk stays what it is', () => {
  const bug = new TypeError('a bug')
  expect(() =>
    translated(() => {
      throw bug
    }),
  ).toThrow(bug)
})

test('the journal’s times increase: the migrator looks only at the newest', () => {
  const times = journalOf(migrations).entries.map(({ when }) => when)
  expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b))
})
