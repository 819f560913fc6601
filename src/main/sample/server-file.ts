import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createSampleServer, type SampleServer } from './server/server.ts'
import type { SampleState } from './server/state.ts'

/** The only login of the server inside the app; it opens nothing but made-up data. */
export const sampleLogin = { name: 'studio', password: 'sample', displayName: 'Sample studio' }

const readState = (file: string): SampleState | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** The sample studio's server as it was when it was last saved; new and empty without a file. */
export const openSampleServer = (file: string, now: () => number): SampleServer => {
  const state = readState(file)
  return createSampleServer({ now, users: [sampleLogin], ...(state && { state }) })
}

/** Saves the server now and after every change, whole: a restart finds what the database expects. */
export const saveSampleServer = (server: SampleServer, file: string): void => {
  const save = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(server.snapshot()))
    renameSync(`${file}.new`, file)
  }
  save()
  server.onChange(save)
}
