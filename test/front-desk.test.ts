import { expect, test } from 'vitest'
import type { Announcement } from '../src/contract/announcements.ts'
import { addCalendarAt, openAsking } from './support/asking.ts'
import { kindOf, valueOf } from './support/results.ts'

const HOUR = 3_600_000

test('the front desk’s questions are answered by the studio that is open', async () => {
  const heard: Announcement[] = []
  const ask = await openAsking((announcement) => heard.push(announcement))
  const { artistId } = await addCalendarAt(ask, 'https://cloud.invalid')
  const client = valueOf(await ask('clients.create', { name: 'José Núñez' }))
  const twin = valueOf(await ask('clients.create', { name: 'J. Nunez', phone: '+49 170 1' }))
  const start = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR
  const time = { start, end: start + HOUR }

  heard.length = 0
  valueOf(await ask('closedDays.create', { ...time, reason: 'Holiday' }))
  expect(heard).toContainEqual({ type: 'changed', topics: ['artists', 'busy'] })
  const check = valueOf(await ask('availability.check', { artistId, ...time }))
  expect(check).toMatchObject({ available: false, reason: 'time-off', overrulable: true })

  const id = crypto.randomUUID()
  const wish = { id, artistId, client: { id: client.id }, description: 'Café sign', ...time }
  expect(kindOf(await ask('appointments.create', wish))).toBe('outside-hours')
  const { version } = valueOf(await ask('appointments.create', { ...wish, overrule: true }))
  valueOf(await ask('appointments.cancel', { id, version }))
  const back = valueOf(await ask('appointments.undo', { id, version: version + 1 }))
  expect(back.status).toBe('PENDING')

  valueOf(await ask('clients.merge', { keep: client.id, drop: twin.id }))
  const hits = valueOf(await ask('search.find', { text: 'nunez' }))
  expect(hits.map(({ kind }) => kind)).toEqual(['client', 'appointment'])
  const range = { from: start, to: start + HOUR }
  expect(valueOf(await ask('export.csv', range))).toContain("'+49 170 1")
  expect(valueOf(await ask('export.ics', range))).toContain('SUMMARY:REQUEST: José Núñez')
  expect(valueOf(await ask('export.save', { kind: 'client', id: client.id })).file).toBeNull()
  expect(kindOf(await ask('clients.erase', { id: client.id }))).toBe('not-allowed')

  valueOf(await ask('drafts.save', { draft: '{}' }))
  expect(valueOf(await ask('drafts.get'))).toBe('{}')
})
