import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MINUTE } from '../../src/domain/interval.ts'
import { addDays, dateAt, instantOn, type LocalDate } from '../../src/domain/zone.ts'
import { openStore } from '../../src/main/store/open.ts'
import {
  addAccount,
  addAppointment,
  addArtist,
  addCalendar,
  addClient,
  migrations,
} from '../support/store.ts'

const ARTISTS = 20
const BOOKINGS = 40
/** How many days are full. */
export const FULL_DAYS = 6

/** From one in the morning on, one every 33 minutes: 40 of half an hour fill the day. */
const FIRST = 60
const EVERY = 33
const LENGTH = 30

export interface BenchStudio {
  readonly userData: string
  readonly zone: string
  readonly date: LocalDate
}

/** A studio in a folder of its own: 20 artists with 40 bookings each on six days from today on. */
export const makeStudio = (): BenchStudio => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-bench-'))
  const zone = 'Europe/Berlin'
  const now = Date.now()
  const date = dateAt(now, zone)
  const store = openStore({ file: join(userData, 'linework.db'), migrations, now: () => now, zone })
  store.transaction((tx) => tx.settings.update({ ready: true, studioName: 'Bench', zone }))
  // Frozen: nothing is sent to a server that does not exist.
  const account = addAccount(store, { frozenAt: now })
  const clients = Array.from({ length: 60 }, (_, at) => addClient(store, { name: `Client ${at}` }))
  for (let at = 0; at < ARTISTS; at++) {
    const artist = addArtist(store, { name: `Artist ${at + 1}`, ink: (at % 12) + 1 })
    addCalendar(store, { artistId: artist.id, accountId: account.id, lastSuccessAt: now })
    for (let nth = 0; nth < FULL_DAYS * BOOKINGS; nth++) {
      const day = addDays(date, Math.floor(nth / BOOKINGS))
      const start = instantOn(day, FIRST + (nth % BOOKINGS) * EVERY, zone)
      addAppointment(store, {
        artistId: artist.id,
        clientId: clients[(at * 7 + nth) % clients.length]?.id ?? '',
        start,
        end: start + LENGTH * MINUTE,
        status: nth < BOOKINGS && nth % 9 === 0 ? 'PENDING' : 'CONFIRMED',
      })
    }
  }
  store.close()
  return { userData, zone, date }
}
