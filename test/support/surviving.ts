import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AnswerOf, InputOf, QuestionName } from '../../src/contract/questions.ts'
import type { Result } from '../../src/domain/failure.ts'
import { recoveryOf } from '../../src/main/backing.ts'
import { openStudio, type StudioOptions } from '../../src/main/compose.ts'
import { readInput } from '../../src/main/ipc/read-input.ts'
import { createStudios } from '../../src/main/studios.ts'
import { migrations, temporaryFolder, ZONE } from './store.ts'
import { noUpdates } from './updates.ts'
import { openTestLock } from './lock.ts'
import { workInPlace } from './work.ts'

/** The whole program without its window, on a real data folder that survives being closed. */
export const openProgram = async (
  folder = join(temporaryFolder(), 'data'),
  over: {
    chooseFile?: StudioOptions['chooseFile']
    chooseFolder?: () => Promise<string | null>
    environment?: Record<string, string>
  } = {},
) => {
  const place = {
    folder,
    migrations,
    work: workInPlace,
    logFolder: join(folder, 'logs'),
    versions: { linework: '1.2.3' },
    sqliteBinding: null,
    zone: ZONE,
  }
  const heard: string[] = []
  const studios = createStudios({
    open: (kind) =>
      openStudio({
        ...place,
        kind,
        objectWorker: resolve('src/main/object-worker.ts'),
        environment: over.environment ?? {},
        cipher: {
          isEncryptionAvailable: () => false,
          encryptString: () => Buffer.alloc(0),
          decryptString: () => '',
        },
        announce: ({ type }) => heard.push(type),
        showNotice: () => undefined,
        onSettings: () => undefined,
        languageFor: () => 'en' as const,
        chooseFile: over.chooseFile ?? (async () => null),
        copyText: () => undefined,
        updates: noUpdates,
        chooseFolder: over.chooseFolder ?? (async () => null),
        openOutside: async () => undefined,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      }),
    recovery: () => Promise.resolve(recoveryOf(place)),
    quit: () => heard.push('quit'),
    openLock: (_kind, parts) => openTestLock(parts),
    log: { info: () => undefined, warn: () => undefined },
    removeSample: async () => undefined,
    announce: ({ type }) => heard.push(type),
    about: { version: '1', standIn: false, computerZone: ZONE },
  })
  await studios.start('studio')
  onTestFinished(() => studios.close())
  const ask = async <Name extends QuestionName>(
    name: Name,
    input?: InputOf<Name>,
  ): Promise<Result<AnswerOf<Name>>> => {
    const parsed = readInput(name, input)
    if (!parsed.ok) return parsed
    const { handlers, otherwise } = await studios.answers()
    return (await handlers[name]?.(parsed.value)) ?? { ok: false, error: otherwise }
  }
  return { ask, heard, folder, file: join(folder, 'linework.db'), close: () => studios.close() }
}
