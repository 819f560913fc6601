import { ok } from '../domain/failure.ts'
import type { Instant } from '../domain/interval.ts'
import type { UpdateView } from '../domain/update.ts'
import { createTransport, type Transport } from './caldav/transport.ts'
import type { StudioOptions } from './compose.ts'
import type { Handlers } from './ipc/handlers.ts'
import type { Store } from './store/store.ts'
import type { Successor } from './updates/install.ts'
import type { Timers } from './sync/engine.ts'
import { keepLooking, type LookingParts } from './updates/schedule.ts'
import type { Updates } from './updates/updates.ts'

export type UpdateQuestion =
  'updates.state' | 'updates.look' | 'updates.download' | 'updates.cancel' | 'updates.install'

export interface UpdatePlaces {
  /** What packaging wrote about where updates come from; the file may be missing. */
  readonly source: string
  readonly folder: string
  readonly giveWayTo: (successor: Successor) => void
}

type Options = Pick<
  StudioOptions,
  'kind' | 'updates' | 'versions' | 'environment' | 'announce' | 'log'
>

/** Where it is kept when the place for updates last answered. */
const LOOKED_AT = 'updatesLookedAt'

/** Milliseconds: an installer over a slow line. */
const DOWNLOAD_PATIENCE = 2 * 60 * 60_000
/** Bytes; what a file may have at most is in its signed description. */
const BODY_LIMIT = 1024 * 1024 * 1024

const nothing = (kind: 'sample' | 'not-set-up', installed: string): Updates => {
  const view: UpdateView = { installed, lookedAt: null, stage: { kind }, failure: null }
  return {
    state: () => view,
    look: async () => view,
    download: async () => view,
    cancel: () => view,
    install: async () => ok(null),
    close: () => undefined,
  }
}

/** Updates of the program, as the studio that is open wants them; loaded when first asked about. */
export const openUpdating = (
  { kind, updates: places, versions, environment, announce, log }: Options,
  store: Store,
  { now, timers }: Pick<LookingParts, 'now'> & { readonly timers: Timers },
): {
  readonly handlers: Pick<Handlers, UpdateQuestion>
  readonly close: () => void
} => {
  const installed = versions['linework'] ?? ''
  const isBooking = (): boolean => store.read.drafts.get() !== null
  const lookedAt = {
    read: (): Instant | null => {
      const kept = store.read.settings.getValue(LOOKED_AT)
      return typeof kept === 'number' ? kept : null
    },
    write: (at: Instant): void => store.transaction((tx) => tx.settings.setValue(LOOKED_AT, at)),
  }
  let transport: Transport | null = null

  const load = async (): Promise<Updates> => {
    if (kind === 'sample') return nothing('sample', installed)
    const { readUpdateSource } = await import('./updates/source.ts')
    const source = readUpdateSource(places.source)
    if (!source) return nothing('not-set-up', installed)
    const { createUpdates } = await import('./updates/updates.ts')
    const { ownAppImage } = await import('./updates/install.ts')
    transport = createTransport({ totalMs: DOWNLOAD_PATIENCE, bodyLimit: BODY_LIMIT })
    return createUpdates({
      here: {
        installed,
        platform: process.platform,
        // One package for both processors.
        arch: process.platform === 'darwin' ? 'universal' : process.arch,
      },
      source,
      appImage: ownAppImage(environment, process.execPath),
      folder: places.folder,
      get: transport,
      now,
      isBooking,
      lookedAt,
      changed: () => announce({ type: 'changed', topics: ['updates'] }),
      giveWayTo: places.giveWayTo,
    })
  }
  let loaded: Promise<Updates> | null = null
  const updates = (): Promise<Updates> => (loaded ??= load())

  const stopLooking =
    kind === 'sample'
      ? () => undefined
      : keepLooking({
          timers,
          now,
          isWanted: () => store.read.settings.get().lookForUpdates,
          isBooking,
          lookedAt: lookedAt.read,
          look: async () => {
            const { failure } = await (await updates()).look()
            if (failure) log.warn(failure.message)
          },
        })

  return {
    handlers: {
      'updates.state': async () => ok((await updates()).state()),
      'updates.look': async () => ok(await (await updates()).look()),
      'updates.download': async () => ok(await (await updates()).download()),
      'updates.cancel': async () => ok((await updates()).cancel()),
      'updates.install': async () => (await updates()).install(),
    },
    close: () => {
      stopLooking()
      void loaded?.then((opened) => opened.close())
      transport?.close()
    },
  }
}
