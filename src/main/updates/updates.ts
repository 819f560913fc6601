import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, ok, type Failure, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import {
  compareVersions,
  type UpdateOffer,
  type UpdateStage,
  type UpdateView,
} from '../../domain/update.ts'
import { readDescription, type ThisComputer, type UpdateFile } from './description.ts'
import { download, fetchDescription, type Get } from './fetching.ts'
import { installKindOf, prepareInstall, type Successor } from './install.ts'
import { notSaved, nothingReady, unreadable, whileBooking } from './refusals.ts'
import type { UpdateSource } from './source.ts'

export interface UpdatesParts {
  readonly here: ThisComputer
  readonly source: UpdateSource
  /** The AppImage this program runs from; null where it is none. */
  readonly appImage: string | null
  /** Where a download waits; it is Linework's own and may be emptied. */
  readonly folder: string
  readonly get: Get
  readonly now: () => Instant
  /** Whether somebody is in the middle of writing a booking. */
  readonly isBooking: () => boolean
  readonly lookedAt: { readonly read: () => Instant | null; readonly write: (at: Instant) => void }
  readonly changed: () => void
  /** Closes this program whole, then starts the other. */
  readonly giveWayTo: (successor: Successor) => void
}

export interface Updates {
  readonly state: () => UpdateView
  readonly look: () => Promise<UpdateView>
  readonly download: () => Promise<UpdateView>
  readonly cancel: () => UpdateView
  readonly install: () => Promise<Result<null>>
  /** Gives up what is under way. */
  readonly close: () => void
}

/** Milliseconds until a description is there. */
const PATIENCE = 20_000
/** The window hears of progress so many times in a whole download. */
const STEPS = 50

interface Found {
  readonly file: UpdateFile
  readonly offer: UpdateOffer
}

/** Looks for a newer version, fetches it when told to, and installs it when told to. */
export const createUpdates = (parts: UpdatesParts): Updates => {
  const { here, source, appImage, folder, get, now, lookedAt, changed } = parts
  const kind = installKindOf(here.platform, appImage)
  let found: Found | null = null
  let stage: UpdateStage = { kind: 'idle' }
  let failure: Failure | null = null
  let underWay = new AbortController()

  const state = (): UpdateView => ({
    installed: here.installed,
    lookedAt: lookedAt.read(),
    stage,
    failure,
  })
  const enter = (next: UpdateStage, why: Failure | null = null): UpdateView => {
    stage = next
    failure = why
    changed()
    return state()
  }
  const resting = (): UpdateStage =>
    found ? { kind: 'offered', offer: found.offer } : { kind: 'idle' }
  const pathOf = ({ name }: UpdateFile): string => join(folder, name)
  const busy = (): boolean => stage.kind === 'looking' || stage.kind === 'downloading'

  const judge = (text: string): Result<Found | null> => {
    const read = readDescription(text, source.publicKey, here)
    if (!read.ok) return read
    const { version, released, notes, files } = read.value
    if (compareVersions(version, here.installed) === 0) return ok(null)
    const file = files.find((one) => one.kind === kind)
    if (!file) return failed(unreadable)
    const byHand = kind === 'deb' ? `${source.url}${file.name}` : null
    return ok({ file, offer: { version, released, notes, size: file.size, byHand } })
  }

  const look = async (): Promise<UpdateView> => {
    if (busy() || stage.kind === 'ready') return state()
    enter({ kind: 'looking' })
    const url = `${source.url}linework-${here.platform}-${here.arch}.json`
    const text = await fetchDescription(get, url, AbortSignal.timeout(PATIENCE))
    const judged = text.ok ? judge(text.value) : text
    if (!judged.ok) return enter(resting(), judged.error)
    found = judged.value
    lookedAt.write(now())
    return enter(resting())
  }

  return {
    state,
    look,
    download: async () => {
      if (stage.kind !== 'offered' || !found || kind === 'deb') return state()
      const { file, offer } = found
      underWay = new AbortController()
      enter({ kind: 'downloading', offer, received: 0 })
      let told = 0
      try {
        await rm(folder, { recursive: true, force: true })
        await mkdir(folder, { recursive: true })
      } catch {
        return enter(resting(), notSaved)
      }
      const downloaded = await download({
        get,
        url: `${source.url}${file.name}`,
        file,
        to: pathOf(file),
        signal: underWay.signal,
        onProgress: (received) => {
          if (received - told < file.size / STEPS && received < file.size) return
          told = received
          enter({ kind: 'downloading', offer, received })
        },
      })
      if (downloaded.ok) return enter({ kind: 'ready', offer })
      return enter(resting(), downloaded.error.kind === 'cancelled' ? null : downloaded.error)
    },
    cancel: () => {
      underWay.abort()
      return state()
    },
    install: async () => {
      if (stage.kind !== 'ready' || !found || kind === 'deb') return failed(nothingReady)
      if (parts.isBooking()) return failed(whileBooking)
      const prepared = await prepareInstall(kind, pathOf(found.file), found.file, appImage)
      if (!prepared.ok) {
        enter(resting(), prepared.error)
        return prepared
      }
      parts.giveWayTo(prepared.value)
      return ok(null)
    },
    close: () => underWay.abort(),
  }
}
