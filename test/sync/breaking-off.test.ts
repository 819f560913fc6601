import { expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { connectionError, status } from '../../src/main/sample/server/faults.ts'
import { privateEvent } from '../support/history.ts'
import { script, type Step } from '../support/script.ts'
import { book, connected } from '../support/studio.ts'

const look = 'PROPFIND 1'
const changes = 'REPORT mara/ since'
const reset = (): never => {
  throw connectionError('ECONNRESET', 'read ECONNRESET')
}
const all = 'REPORT mara/ all'

it.each<[number, Step[]]>([
  [404, [look, [changes, status(404)]]],
  // This one may also mean that the token is no longer known.
  [410, [look, [changes, status(410)], [all, status(410)]]],
])('a calendar that answers a pull with %i is gone: everything of it is kept', async (_, steps) => {
  const studio = await connected()
  const { id } = await book(studio)
  studio.server.put(studio.url, 'dentist.ics', privateEvent('dentist', 3))
  await script(studio.server, steps, studio.sync)
  const { objects } = studio.store.read
  expect(studio.engine.status().artists[0]?.failure?.kind).toBe('calendar-gone')
  expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent' })
  expect(objects.states(studio.calendar.id)).toHaveLength(1)
  expect(studio.notices()).toEqual([])
})

it('a pull that breaks off between two batches keeps what arrived and asks for the rest', async () => {
  const studio = await connected()
  const events = 1_100
  for (let number = 0; number < events; number++)
    studio.server.put(studio.url, `${number}.ics`, privateEvent(`event-${number}`, 3))
  const full = 'REPORT mara/ 500 texts'
  await script(
    studio.server,
    [look, changes, full, full, ['REPORT mara/ 100 texts', reset]],
    studio.sync,
  )
  expect(studio.store.read.objects.states(studio.calendar.id)).toHaveLength(1_000)
  studio.clock.now += 20 * MINUTE
  await script(studio.server, [look, changes, 'REPORT mara/ 100 texts'], studio.sync)
  expect(studio.store.read.objects.states(studio.calendar.id)).toHaveLength(events)
  expect(studio.engine.status().artists[0]?.failure).toBeNull()
})
