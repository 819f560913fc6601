import {
  afterRecovery,
  alertChannels,
  follow,
  type AlertChannel,
  type AlertKind,
  type AlertLine,
  type AlertMessage,
  type Incident,
  type Sighting,
} from '../../domain/alert.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

/** How the active artists' calendars stand now. */
const sightings = (tables: Tables): Sighting[] => {
  const failing = new Map<string, { readonly ids: string[]; readonly failure: Failure }>()
  for (const { id, artistId, failure } of tables.calendars.standings()) {
    if (!failure) continue
    const known = failing.get(artistId)
    if (known) known.ids.push(id)
    else failing.set(artistId, { ids: [id], failure })
  }
  const cycles = failing.size === 0 ? null : tables.syncLogs.failuresInARow()
  return tables.artists.activeIds().map((artistId) => {
    const { ids, failure } = failing.get(artistId) ?? { ids: [], failure: null }
    return { artistId, failure, cycles: Math.max(0, ...ids.map((id) => cycles?.get(id) ?? 0)) }
  })
}

/**
 * Looks once at every artist and puts what is to be told into the queue: one message per kind however
 * many artists it is about, to each channel in use. What is still in the queue and already over is
 * taken back: the message that says it is over says the rest.
 */
export const watchOnce = (
  store: Store,
  channels: ReadonlySet<AlertChannel>,
  now: Instant,
): void => {
  const { read } = store
  const incidents = new Map(read.alerts.incidents().map((one) => [one.artistId, one]))
  const seen = sightings(read)
  if (incidents.size === 0 && seen.every(({ failure }) => failure === null)) return

  const steps = seen.map((sighting) => {
    const before = incidents.get(sighting.artistId) ?? null
    return { sighting, before, ...follow(before, sighting, now) }
  })
  const active = new Set(seen.map(({ artistId }) => artistId))
  store.transaction((tx) => {
    for (const { before, incident, sighting } of steps) {
      if (incident) tx.alerts.keepIncident(incident)
      else if (before) tx.alerts.endIncident(sighting.artistId)
    }
    for (const { artistId } of incidents.values())
      if (!active.has(artistId)) tx.alerts.endIncident(artistId)

    const told = (kind: AlertKind): AlertLine[] =>
      steps.flatMap(({ tell, before, incident, sighting }) => {
        const about = incident ?? before
        return tell === kind && about ? [lineOf(tx, about, sighting, now)] : []
      })
    const over = told('recovered')
    takeBack(tx, new Set(over.map(({ artistId }) => artistId)))
    for (const [kind, lines] of [
      ['failed', told('failed')],
      ['reminder', told('reminder')],
      ['recovered', over],
    ] as const)
      if (lines.length > 0) enqueue(tx, channels, { kind, at: now, lines })
  })
}

/** Puts a message into the queue of each channel in use. */
export const enqueue = (
  tx: Tables,
  channels: ReadonlySet<AlertChannel>,
  message: AlertMessage,
): void => {
  for (const channel of alertChannels)
    if (channels.has(channel)) tx.alerts.enqueue(channel, message, message.at)
}

const lineOf = (
  tables: Tables,
  { artistId, since, failure }: Incident,
  sighting: Sighting,
  now: Instant,
): AlertLine => ({
  artistId,
  artist: tables.artists.get(artistId)?.name ?? '',
  since,
  until: sighting.failure === null ? now : null,
  failure,
})

const takeBack = (tx: Tables, recovered: ReadonlySet<string>): void => {
  if (recovered.size === 0) return
  for (const { id, message } of tx.alerts.queue()) {
    const left = afterRecovery(message, recovered)
    if (left === null) tx.alerts.removeQueued(id)
    else if (left !== message) tx.alerts.changeQueued(id, { message: left })
  }
}
