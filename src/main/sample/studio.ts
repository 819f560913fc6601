import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../domain/interval.ts'
import type { OccursIn } from './server/reports.ts'
import { createSampleServer, type SampleServer } from './server/server.ts'
import { readState, writeState } from './state-file.ts'

export interface SampleServerParts {
  /** Holds the sample studio's database too, and nothing else. */
  readonly folder: string
  readonly now: () => Instant
  readonly newId: () => string
  /** Whether a calendar object touches [start, end). */
  readonly occursIn: OccursIn
}

export interface OpenSampleServer {
  readonly server: SampleServer
  /** The studio's one login; the password is another one each time. */
  readonly login: { readonly username: string; readonly password: string }
  /** Nothing is there yet: the studio is to be furnished by `seedSample`. */
  readonly isNew: boolean
  /** From now on every change is in `server.json` before the server answers. */
  readonly keep: () => void
}

const username = 'studio'

/**
 * Opens the CalDAV server of the sample studio as it was left. To be called before the studio's
 * database is opened: the file is first written when everything is furnished, so that without it, or
 * with one that cannot be read, all that is in `folder` is thrown away and made anew. The two only
 * make sense together.
 */
export const openSampleServer = (parts: SampleServerParts): OpenSampleServer => {
  const { folder, now, newId, occursIn } = parts
  const file = join(folder, 'server.json')
  const state = readState(file)
  if (!state) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const password = newId()
  const server = createSampleServer({
    now,
    occursIn,
    users: [{ name: username, password, displayName: 'Quayside Tattoo' }],
    ...(state && { state }),
  })
  const keep = (): void => {
    const write = (): void => writeState(file, server.snapshot())
    write()
    server.onChange(write)
  }
  if (state) keep()
  return { server, login: { username, password }, isNew: !state, keep }
}
