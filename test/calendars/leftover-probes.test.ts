import { expect, test } from 'vitest'
import type { Vault } from '../../src/main/admin/vault.ts'
import { MINUTE } from '../../src/domain/interval.ts'
import { probeSweeper } from '../../src/main/calendars/leftover-probes.ts'
import { status } from '../../src/main/sample/server/faults.ts'
import { eventText } from '../support/servers/events.ts'
import { NOW } from '../support/store.ts'
import { openTestStudio } from '../support/studio.ts'

const stamp = (instant: number): string =>
  `DTSTAMP:${new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

const probe = (name: string, age: number): string =>
  eventText(name, ['DTSTART:20991231T030000Z', 'DTEND:20991231T040000Z']).replace(
    /DTSTAMP:.*/,
    stamp(NOW - age),
  )

/** A studio whose calendar holds what a test left there, one of a test that is still running, and a booking. */
const studio = async () => {
  const { store, server, url, sync, clock, calendar, password } = openTestStudio()
  server.put(url, 'linework-test-a.ics', probe('linework-test-a', 60 * MINUTE))
  server.put(url, 'linework-test-b.ics', probe('linework-test-b', MINUTE))
  server.put(url, 'fern.ics', eventText('linework-tesu'))
  await sync()
  const vault: Vault = {
    keep: () => 'memory',
    read: () => password.value,
    forget: () => undefined,
    state: () => 'memory',
  }
  const sweep = probeSweeper({ store, vault, fetch: server.fetch, now: () => clock.now })
  return {
    store,
    server,
    url,
    clock,
    calendar,
    sweep,
    sync,
    files: () => server.list(url).map(({ file }) => file),
  }
}

test('what a test left in a calendar is removed, and nothing else', async () => {
  const { sweep, files, clock, sync } = await studio()
  await sweep()
  expect(files()).toEqual(['linework-test-b.ics', 'fern.ics'])
  clock.now += 10 * MINUTE
  await sync()
  await sweep()
  expect(files()).toEqual(['fern.ics'])
})

test('a server that does not remove it is not asked at every look', async () => {
  const { sweep, server, files, clock, calendar } = await studio()
  server.faults.next({ method: 'DELETE' }, status(500))
  const deletes = () => server.requests.filter(({ method }) => method === 'DELETE').length
  await sweep(calendar.id)
  await sweep(calendar.id)
  expect(deletes()).toBe(1)
  clock.now += 20 * MINUTE
  await sweep(calendar.id)
  expect(files()).toEqual(['fern.ics'])
})

test('nothing is sent for a calendar that is only read, nor for a login that was refused', async () => {
  const { sweep, server, store, calendar } = await studio()
  const sent = server.requests.length
  store.transaction((tx) => tx.accounts.update(calendar.accountId, { frozenAt: NOW }))
  await sweep()
  store.transaction((tx) => {
    tx.accounts.update(calendar.accountId, { frozenAt: null })
    tx.calendars.update(calendar.id, { role: 'blocking' })
  })
  await sweep()
  expect(server.requests).toHaveLength(sent)
})
