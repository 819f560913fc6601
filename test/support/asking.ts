import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Announcement } from '../../src/contract/announcements.ts'
import type { Ask } from '../../src/contract/bridge.ts'
import { fail } from '../../src/domain/failure.ts'
import { openStudio } from '../../src/main/compose.ts'
import { readInput } from '../../src/main/ipc/read-input.ts'
import { valueOf } from './results.ts'
import { noUpdates } from './updates.ts'
import { temporaryFolder, ZONE } from './store.ts'
import { workInPlace } from './work.ts'

/** Opens an empty real studio, closed when the test is over, and asks it as the window does: in JSON. */
export const openAsking = async (
  announce: (announcement: Announcement) => void = () => undefined,
): Promise<Ask> => {
  const studio = valueOf(
    await openStudio({
      kind: 'studio',
      folder: temporaryFolder(),
      migrations: resolve('migrations'),
      objectWorker: resolve('src/main/object-worker.ts'),
      work: workInPlace,
      logFolder: 'logs',
      versions: {},
      sqliteBinding: null,
      environment: {},
      zone: ZONE,
      cipher: {
        isEncryptionAvailable: () => false,
        encryptString: () => Buffer.alloc(0),
        decryptString: () => '',
      },
      announce,
      showNotice: () => undefined,
      onSettings: () => undefined,
      languageFor: () => 'en' as const,
      chooseFile: async () => null,
      copyText: () => undefined,
      updates: noUpdates,
      chooseFolder: async () => null,
      openOutside: async () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    }),
  )
  onTestFinished(() => studio.close())
  return async (name, input) => {
    const parsed = readInput(name, input)
    if (!parsed.ok) return parsed
    const answer = await studio.handlers[name]?.(parsed.value)
    return answer ? JSON.parse(JSON.stringify(answer)) : fail('internal', 'Nobody answers.')
  }
}

/** Maps the calendar `mara` of the user `desk` at a server to a new artist. */
export const addCalendarAt = async (ask: Ask, baseUrl: string) => {
  const login = { baseUrl, username: 'desk', password: 'secret' }
  const account = valueOf(await ask('accounts.create', login))
  const artist = valueOf(await ask('artists.create', { name: `Mara at ${baseUrl}` }))
  return valueOf(
    await ask('calendars.create', {
      artistId: artist.id,
      accountId: account.id,
      role: 'booking',
      calendarId: 'mara',
    }),
  )
}
