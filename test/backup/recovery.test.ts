import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../support/results.ts'
import { temporaryFolder } from '../support/store.ts'
import { openProgram } from '../support/surviving.ts'

/** Overwrites part of a file with what no database has there. */
const scribble = (file: string, from: number, length: number): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(length, 0xa7), 0, length, from)
  closeSync(handle)
}

const pageSize = 4096

/** Ways in which a database that was whole is found broken. */
const damages: Readonly<Record<string, (file: string) => void>> = {
  'its header': (file) => scribble(file, 0, 100),
  'pages in its middle': (file) => scribble(file, 2 * pageSize, statSync(file).size - 4 * pageSize),
  'cut off': (file) =>
    truncateSync(file, Math.floor(statSync(file).size / 2 / pageSize) * pageSize),
  'cut off within a page': (file) => truncateSync(file, 3 * pageSize + 17),
  'without a byte': (file) => truncateSync(file, 0),
  'another file': (file) => writeFileSync(file, 'This is a shopping list.\n'.repeat(400)),
}

/** A studio with a client and a backup, closed. */
const backedUp = async () => {
  const program = await openProgram()
  valueOf(await program.ask('clients.create', { name: 'Ava Chen' }))
  const backup = valueOf(await program.ask('backups.now'))
  valueOf(await program.ask('clients.create', { name: 'Too Late' }))
  await program.close()
  return { ...program, backup }
}

const namesIn = async ({ ask }: Pick<Awaited<ReturnType<typeof openProgram>>, 'ask'>) =>
  valueOf(await ask('clients.list', {})).map(({ name }) => name)

describe('a database that is damaged', () => {
  it.each(Object.keys(damages))('%s: is kept, and the backup takes its place', async (name) => {
    const { folder, file, backup } = await backedUp()
    damages[name]?.(file)
    const damaged = readFileSync(file)

    const program = await openProgram(folder)
    const state = valueOf(await program.ask('studio.state'))
    expect(state.problem).toMatchObject({ kind: 'database-corrupt' })
    expect(valueOf(await program.ask('recovery.offer'))).toMatchObject({
      newest: { file: backup.file },
      mayStartEmpty: true,
    })
    expect(readFileSync(file).equals(damaged)).toBe(true)

    const restored = valueOf(await program.ask('recovery.restore', { file: backup.file }))
    expect(restored.problem).toBeNull()
    expect(program.heard).toContain('studio-changed')
    expect(await namesIn(program)).toEqual(['Ava Chen'])
    const [notice] = valueOf(await program.ask('notices.list', {}))
    expect(notice).toMatchObject({ kind: 'backup', seen: false })
    const kept = readdirSync(folder).find((one) => one.startsWith('linework-damaged-')) ?? ''
    expect(readFileSync(join(folder, kept)).equals(damaged)).toBe(true)
    expect(existsSync(join(folder, 'backups', backup.file))).toBe(true)
  })

  it('is said to be gone when there are only backups left', async () => {
    const { folder, file, backup } = await backedUp()
    rmSync(file)
    const program = await openProgram(folder)
    expect(valueOf(await program.ask('studio.state')).problem?.message).toMatch(/no longer/)
    valueOf(await program.ask('recovery.restore', { file: backup.file }))
    expect(await namesIn(program)).toEqual(['Ava Chen'])
  })

  it('is offered the newest backup that is whole itself', async () => {
    const { folder, file, backup } = await backedUp()
    const later = join(folder, 'backups', 'linework-2999-01-01T00-00-00Z-daily.db')
    copyFileSync(join(folder, 'backups', backup.file), later)
    scribble(later, pageSize, statSync(later).size - pageSize)
    damages['its header']?.(file)
    const program = await openProgram(folder)
    expect(valueOf(await program.ask('recovery.offer')).newest?.file).toBe(backup.file)
    expect(
      await program.ask('recovery.restore', { file: 'linework-2999-01-01T00-00-00Z-daily.db' }),
    ).toMatchObject({ error: { kind: 'backup-broken' } })
    expect(valueOf(await program.ask('studio.state')).problem?.kind).toBe('database-corrupt')
    expect(readdirSync(folder).filter((one) => one.includes('restoring'))).toEqual([])
  })

  it('can be left for an empty studio, and is kept', async () => {
    const { folder, file } = await backedUp()
    damages['its header']?.(file)
    const program = await openProgram(folder)
    expect(valueOf(await program.ask('recovery.startEmpty'))).toMatchObject({
      mode: 'new',
      problem: null,
    })
    expect(readdirSync(folder).some((one) => one.startsWith('linework-damaged-'))).toBe(true)
    await program.close()
    const again = await openProgram(folder)
    expect(valueOf(await again.ask('studio.state'))).toMatchObject({ mode: 'new', problem: null })
  })

  it('answers every other question with what is wrong, and can be quit or tried again', async () => {
    const { folder, file } = await backedUp()
    const whole = readFileSync(file)
    damages['its header']?.(file)
    const program = await openProgram(folder)
    expect(await program.ask('clients.list', {})).toMatchObject({
      error: { kind: 'database-corrupt' },
    })
    expect(await program.ask('recovery.retry')).toMatchObject({ ok: false })
    writeFileSync(file, whole)
    expect(valueOf(await program.ask('recovery.retry')).problem).toBeNull()
    expect(await namesIn(program)).toEqual(['Ava Chen', 'Too Late'])
    valueOf(await program.ask('recovery.quit'))
    expect(program.heard).toContain('quit')
  })
})

describe('a write-ahead log that is damaged', () => {
  it('loses what it held, and nothing else', async () => {
    const { folder, file } = await backedUp()
    const second = new Database(file)
    second.pragma('wal_autocheckpoint = 0')
    second.exec(`update clients set notes = 'in the log'`)
    const log = readFileSync(`${file}-wal`)
    second.close()
    writeFileSync(`${file}-wal`, log.fill(0xa7, 40))
    const program = await openProgram(folder)
    expect(valueOf(await program.ask('studio.state')).problem).toBeNull()
    expect(await namesIn(program)).toEqual(['Ava Chen', 'Too Late'])
  })
})

describe('a data folder that cannot be used', () => {
  it('is said to be read-only, and nothing is offered that would change it', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    const program = await openProgram(join(file, 'data'))
    expect(valueOf(await program.ask('studio.state')).problem?.kind).toBe('database-read-only')
    expect(valueOf(await program.ask('recovery.offer'))).toEqual({
      newest: null,
      mayStartEmpty: false,
    })
    expect(await program.ask('recovery.startEmpty')).toMatchObject({ ok: false })
  })
})

describe('a database from a newer Linework', () => {
  it('is refused, kept, and never begun anew', async () => {
    const { folder, file } = await backedUp()
    const client = new Database(file)
    client.exec(`insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)`)
    client.pragma('wal_checkpoint(TRUNCATE)')
    client.close()
    const before = readFileSync(file)
    const program = await openProgram(folder)
    expect(valueOf(await program.ask('studio.state')).problem?.kind).toBe('database-newer')
    expect(valueOf(await program.ask('recovery.offer')).mayStartEmpty).toBe(false)
    expect(await program.ask('recovery.startEmpty')).toMatchObject({ ok: false })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
