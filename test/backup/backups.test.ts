import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import { failed } from '../../src/domain/failure.ts'
import { createBackups, type BackupDesk } from '../../src/main/backup/backups.ts'
import { backupFailure } from '../../src/main/backup/place.ts'
import { keptPlaces } from '../../src/main/backup/places-file.ts'
import { dueNow, keepBackingUp } from '../../src/main/backup/schedule.ts'
import { workInThread } from '../../src/main/backup/thread.ts'
import { openStore } from '../../src/main/store/open.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { addClient, migrations, NOW, temporaryFolder, ZONE } from '../support/store.ts'
import { manualTimers } from '../support/studio.ts'
import { workInPlace } from '../support/work.ts'

/** A database in a data folder of its own, and its backups. */
const openBackups = (over: Partial<BackupDesk> = {}) => {
  const dataFolder = temporaryFolder()
  const file = join(dataFolder, 'linework.db')
  const store = openStore({ file, migrations, now: () => NOW, zone: ZONE })
  onTestFinished(() => store.close())
  const clock = { now: NOW }
  const chosen: { folder: string | null } = { folder: null }
  let changes = 0
  const backups = createBackups({
    store,
    file,
    dataFolder,
    now: () => clock.now,
    work: workInPlace,
    chooseFolder: async () => chosen.folder,
    changed: () => changes++,
    ...over,
  })
  const own = join(dataFolder, 'backups')
  return { backups, store, clock, chosen, dataFolder, own, changes: () => changes }
}

const namesIn = (file: string): unknown[] => {
  const client = new Database(file, { readonly: true })
  try {
    return client.prepare('select name from clients').pluck().all()
  } finally {
    client.close()
  }
}

const notices = ({ store }: Pick<ReturnType<typeof openBackups>, 'store'>) =>
  store.read.notices.list(10).map(({ kind, message }) => `${kind}: ${message}`)

describe('a backup', () => {
  it('is a whole copy of the database in use, in one file', async () => {
    const { backups, store, own, changes } = openBackups()
    addClient(store, { name: 'Ava Chen' })
    const made = valueOf(await backups.now('manual'))
    expect(readdirSync(own)).toEqual([made.file])
    expect(made).toMatchObject({ kind: 'manual', at: NOW, second: false })
    expect(made.size).toBe(statSync(join(own, made.file)).size)
    expect(namesIn(join(own, made.file))).toEqual(['Ava Chen'])
    expect(backups.state().backups).toEqual([made])
    expect(changes()).toBe(1)
  })

  it('is made in a thread as well', async () => {
    const work = workInThread(resolve('src/main/backup-worker.ts'), {
      migrations,
      nativeBinding: undefined,
    })
    const { backups, store, own } = openBackups({ work })
    addClient(store, { name: 'Ava Chen' })
    const made = valueOf(await backups.now('import'))
    expect(namesIn(join(own, made.file))).toEqual(['Ava Chen'])
  })

  it('goes to the folder that was chosen, and to a second place', async () => {
    const { backups, chosen, own, dataFolder } = openBackups()
    const [first, second] = [temporaryFolder(), temporaryFolder()]
    chosen.folder = first
    await backups.choose('folder')
    chosen.folder = second
    await backups.choose('secondFolder')
    chosen.folder = null
    expect(valueOf(await backups.choose('secondFolder')).plan).toMatchObject({
      folder: first,
      secondFolder: second,
    })
    expect(keptPlaces(dataFolder)).toMatchObject({ folder: first, secondFolder: second })
    const { file } = valueOf(await backups.now('daily'))
    expect([first, second].map((folder) => readdirSync(folder))).toEqual([[file], [file]])
    expect(existsSync(own)).toBe(false)
    expect(backups.state().backups.map((one) => one.second)).toEqual([false, true])
  })

  it('lets old ones go, and only those', async () => {
    const { backups, clock, own } = openBackups()
    mkdirSync(own)
    writeFileSync(join(own, 'mine.txt'), '')
    writeFileSync(join(own, 'linework-2026-01-01T00-00-00Z-daily.db.unfinished'), '')
    for (let day = 0; day < 12; day++) {
      clock.now = NOW + day * DAY
      valueOf(await backups.now('daily'))
    }
    const left = readdirSync(own).map((name) => name.replace(/^linework-2026-(.*)T.*$/, '$1'))
    expect(left.toSorted()).toEqual([
      '03-08',
      '03-09',
      '03-10',
      '03-11',
      '03-12',
      '03-13',
      '03-14',
      '03-15',
      'mine.txt',
    ])
  })
})

describe('a backup that cannot be made', () => {
  it('says that the folder is gone, once, and that it works again', async () => {
    const studio = openBackups()
    const { backups, chosen, store } = studio
    chosen.folder = temporaryFolder()
    await backups.choose('folder')
    rmSync(chosen.folder, { recursive: true })
    expect(kindOf(await backups.now('daily'))).toBe('folder-gone')
    expect(kindOf(await backups.now('daily'))).toBe('folder-gone')
    expect(notices(studio)).toEqual([
      'backup: The folder for backups cannot be reached, so no backup was made. Connect the drive it is on, or choose another folder in Settings › Backups.',
    ])
    expect(backups.state().failure?.kind).toBe('folder-gone')
    mkdirSync(chosen.folder)
    valueOf(await backups.now('daily'))
    expect(backups.state().failure).toBeNull()
    expect(store.read.notices.list(10)).toHaveLength(1)
  })

  it('says that a file stands where its folder should be', async () => {
    const studio = openBackups()
    writeFileSync(studio.own, '')
    expect(kindOf(await studio.backups.now('daily'))).toBe('folder-gone')
    expect(readFileSync(studio.own, 'utf8')).toBe('')
  })

  it('leaves nothing behind when the disk is full or the folder refuses', async () => {
    for (const [code, kind] of [
      ['ENOSPC', 'disk-full'],
      ['EROFS', 'folder-read-only'],
    ] as const) {
      const { backups, own } = openBackups({
        work: async () => failed(backupFailure(Object.assign(new Error(code), { code }))),
      })
      expect(kindOf(await backups.now('manual'))).toBe(kind)
      expect(existsSync(own) ? readdirSync(own) : []).toEqual([])
    }
  })

  it('names the disk that is full', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    expect(backupFailure(full, 'data').message).toContain('The disk with Linework’s data')
    expect(backupFailure(full, 'calendars').message).toContain('The disk for calendar files')
    expect(backupFailure(full).message).toContain('The disk for backups')
  })

  it('remembers when each was looked through, and forgets those that are gone', async () => {
    const { backups, clock, own } = openBackups()
    const first = valueOf(await backups.now('manual'))
    expect(first).toMatchObject({ checkedAt: NOW, broken: false })
    clock.now = NOW + DAY
    const next = valueOf(await backups.now('manual'))
    backups.noteCheck(first, false)
    expect(backups.state().backups).toMatchObject([
      { file: next.file, checkedAt: NOW + DAY, broken: false },
      { file: first.file, checkedAt: NOW + DAY, broken: true },
    ])
    rmSync(join(own, first.file))
    backups.noteCheck(next, true)
    expect(backups.state().backups).toMatchObject([{ file: next.file, broken: false }])
  })

  it('keeps the one place that works when the other does not', async () => {
    const { backups, chosen, own } = openBackups()
    chosen.folder = temporaryFolder()
    await backups.choose('secondFolder')
    rmSync(chosen.folder, { recursive: true })
    expect(kindOf(await backups.now('daily'))).toBe('folder-gone')
    expect(readdirSync(own)).toHaveLength(1)
  })

  it('is not one of a database that is damaged', async () => {
    const { dataFolder, store, backups, own } = openBackups()
    store.checkpoint()
    const file = join(dataFolder, 'linework.db')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa7, 4096, bytes.length - 4096))
    expect(kindOf(await backups.now('daily'))).toBe('backup-broken')
    expect(readdirSync(own)).toEqual([])
  })
})

describe('the schedule', () => {
  it('makes one backup a day, the first at a quiet moment after the start', async () => {
    const { backups, clock } = openBackups()
    const timers = manualTimers()
    let quiet = false
    const end = keepBackingUp({
      backups,
      timers,
      now: () => clock.now,
      zone: () => ZONE,
      isQuiet: () => quiet,
      onError: (error) => {
        throw error
      },
    })
    const next = async (): Promise<number> => {
      const timer = timers.due.shift()
      if (!timer) throw new Error('No timer was set.')
      clock.now += timer.delay
      timer.work()
      await expect.poll(() => timers.due.length).toBe(1)
      return timer.delay / 60_000
    }
    expect(await next()).toBe(2)
    expect(backups.state().backups).toEqual([])
    quiet = true
    expect(await next()).toBe(1)
    expect(backups.state().backups).toHaveLength(1)
    expect(await next()).toBe(15)
    expect(backups.state().backups).toHaveLength(1)
    clock.now += DAY
    await next()
    expect(backups.state().backups.map(({ kind }) => kind)).toEqual(['daily', 'daily'])
    end()
    expect(timers.due).toEqual([])
  })

  it('knows when calendar files are due', () => {
    const { backups } = openBackups()
    const state = backups.state()
    const due = (calendars: 'off' | 'daily' | 'weekly', lastExportAt: number | null): boolean =>
      dueNow({ ...state, plan: { ...state.plan, calendars }, lastExportAt }, NOW, ZONE).calendars
    expect(due('off', null)).toBe(false)
    expect(due('daily', null)).toBe(true)
    expect(due('daily', NOW - 1)).toBe(false)
    expect(due('daily', NOW - DAY)).toBe(true)
    expect(due('weekly', NOW - 2 * DAY)).toBe(false)
    expect(due('weekly', NOW - 7 * DAY)).toBe(true)
  })
})
