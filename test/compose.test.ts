import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerOf, InputOf, QuestionName } from '../src/contract/questions.ts'
import type { Failure, Result } from '../src/domain/failure.ts'
import { DAY, HOUR } from '../src/domain/interval.ts'
import type { Cipher } from '../src/main/admin/vault.ts'
import { openStudio } from '../src/main/compose.ts'
import { readInput } from '../src/main/ipc/read-input.ts'
import type { Studio, StudioKind } from '../src/main/studios.ts'
import { workInPlace } from './support/work.ts'
import { noUpdates } from './support/updates.ts'

const secret = 'hunter2-app-password'
const closed: Failure = { kind: 'internal', message: 'Nobody answers.' }
const noKeyring: Cipher = {
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
}

let folder: string
let lines: string[]
let studios: Studio[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linework-studio-'))
  lines = []
  studios = []
})
afterEach(async () => {
  await Promise.all(studios.map((studio) => studio.close()))
  rmSync(folder, { recursive: true })
})

const write = (message: string): void => {
  lines.push(message)
}

/** Opens a studio in the test's folder; `ask` parses and answers as the window's line does. */
const open = async (kind: StudioKind, environment: Record<string, string> = {}) => {
  const opened = await openStudio({
    kind,
    folder,
    migrations: resolve('migrations'),
    objectWorker: resolve('src/main/object-worker.ts'),
    work: workInPlace,
    logFolder: 'logs',
    versions: {},
    sqliteBinding: null,
    environment,
    zone: 'Europe/Berlin',
    cipher: noKeyring,
    announce: () => undefined,
    showNotice: () => undefined,
    onSettings: () => undefined,
    languageFor: () => 'en' as const,
    chooseFile: async () => null,
    copyText: () => undefined,
    updates: noUpdates,
    chooseFolder: async () => null,
    openOutside: async () => undefined,
    log: { info: write, warn: write, error: write },
  })
  if (!opened.ok) return { failure: opened.error }
  const studio = opened.value
  studios.push(studio)
  const ask = async <Name extends QuestionName>(
    name: Name,
    input?: InputOf<Name>,
  ): Promise<Result<AnswerOf<Name>>> => {
    const parsed = readInput(name, input)
    return parsed.ok
      ? ((await studio.handlers[name]?.(parsed.value)) ?? { ok: false, error: closed })
      : parsed
  }
  const close = async (): Promise<void> => {
    studios.splice(studios.indexOf(studio), 1)
    await studio.close()
  }
  return { studio, ask, close }
}

const openWhole = async (kind: StudioKind, environment?: Record<string, string>) => {
  const opened = await open(kind, environment)
  if (opened.failure) throw new Error(opened.failure.message)
  return opened
}

const valueOf = <Answer>(result: Result<Answer>): Answer => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('the sample studio', () => {
  it('opens furnished, with a server that is checked for real', async () => {
    const { studio, ask } = await openWhole('sample')
    expect(studio.isSetUp()).toBe(true)
    expect(valueOf(await ask('sync.run', {})).waiting).toBe(0)
    const [artist] = valueOf(await ask('artists.list'))
    const time = { start: Date.now() + 60 * DAY, end: Date.now() + 60 * DAY + HOUR }
    const question = { artistId: artist?.id ?? '', ...time }
    expect(valueOf(await ask('availability.check', question)).checked).toBe('local')
    const fresh = valueOf(await ask('availability.check', { ...question, from: 'server' }))
    expect(fresh.checked).toBe('server')
  })

  it('is the same after a restart, its server included', async () => {
    const first = await openWhole('sample')
    await first.ask('sync.run', {})
    const before = valueOf(await first.ask('appointments.list', {}))
    await first.close()
    const second = await openWhole('sample')
    expect(valueOf(await second.ask('sync.run', {})).waiting).toBe(0)
    expect(valueOf(await second.ask('appointments.list', {}))).toEqual(before)
  })
})

describe('a sample studio that cannot be opened', () => {
  it('is made anew', async () => {
    const first = await openWhole('sample')
    await first.close()
    writeFileSync(join(folder, 'linework.db'), 'This is not a database. '.repeat(500))
    const second = await openWhole('sample')
    expect(valueOf(await second.ask('artists.list'))).toHaveLength(6)
  })
})

describe('the real studio', () => {
  const environment = {
    NEXTCLOUD_BASE_URL: 'https://cloud.example/',
    NEXTCLOUD_USERNAME: 'desk',
    NEXTCLOUD_PASSWORD: secret,
  }

  it('starts empty and not set up', async () => {
    const { studio, ask } = await openWhole('studio')
    expect(studio.isSetUp()).toBe(false)
    expect(valueOf(await ask('artists.list'))).toEqual([])
    expect(valueOf(await ask('settings.get')).zone).toBe('Europe/Berlin')
  })

  it('takes its first account from the environment, once', async () => {
    for (let start = 0; start < 2; start += 1) {
      const { ask, close } = await openWhole('studio', environment)
      const accounts = valueOf(await ask('accounts.list'))
      expect(accounts).toMatchObject([
        { baseUrl: 'https://cloud.example', username: 'desk', password: 'memory' },
      ])
      expect(JSON.stringify(accounts)).not.toContain(secret)
      await close()
    }
    const { ask, close } = await openWhole('studio')
    expect(valueOf(await ask('accounts.list'))).toMatchObject([{ password: 'missing' }])
    const [account] = valueOf(await ask('accounts.list'))
    await ask('accounts.remove', { id: account?.id ?? '' })
    await close()
    const again = await openWhole('studio', environment)
    expect(valueOf(await again.ask('accounts.list'))).toEqual([])
  })

  it('says which variable is wrong', async () => {
    await openWhole('studio', { ...environment, NEXTCLOUD_BASE_URL: 'cloud.example' })
    expect(lines).toEqual(['NEXTCLOUD_BASE_URL must start with https://.'])
  })

  it('leaves no password on the disk or in the log', async () => {
    const { close } = await openWhole('studio', environment)
    await close()
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.includes('.'))
        expect(readFileSync(join(folder, file), 'latin1')).not.toContain(secret)
    expect(lines.join('\n')).not.toContain(secret)
  })

  it('is a failure with a sentence when its database cannot be read', async () => {
    writeFileSync(join(folder, 'linework.db'), 'This is not a database. '.repeat(500))
    expect(await open('studio')).toMatchObject({ failure: { kind: 'database-corrupt' } })
    expect(existsSync(join(folder, 'linework.db'))).toBe(true)
  })
})
