import { expect, it, onTestFinished } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { hold, refused, status } from '../../src/main/sample/server/faults.ts'
import { booking, valueOf } from '../support/desk.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { eventText } from '../support/servers/events.ts'
import { book, connected, type TestStudio } from '../support/studio.ts'

const looks = (studio: TestStudio): number =>
  studio.server.requests.filter(({ method }) => method === 'PROPFIND').length

/** Runs what is due after `delay`, and waits until the server was looked at once more. */
const pass = async (studio: TestStudio, delay: number): Promise<void> => {
  const before = looks(studio)
  const timer = studio.timers.due.find((one) => one.delay === delay)
  if (!timer) throw new Error(`Nothing is due in ${delay} ms.`)
  studio.timers.clear(timer)
  studio.clock.now += delay
  timer.work()
  await expect.poll(() => looks(studio)).toBe(before + 1)
  await expect.poll(() => studio.engine.status().progress).toBeNull()
}

const delays = (studio: TestStudio): number[] => studio.timers.due.map(({ delay }) => delay)

const started = async (): Promise<TestStudio> => {
  const studio = await connected()
  const before = looks(studio)
  studio.engine.start()
  await expect.poll(() => looks(studio)).toBe(before + 1)
  await expect.poll(() => delays(studio)).toEqual([5 * MINUTE])
  return studio
}

it('looks at the start, and every five minutes or as the settings say', async () => {
  const studio = await started()
  await pass(studio, 5 * MINUTE)
  await expect.poll(() => delays(studio)).toEqual([5 * MINUTE])
  studio.store.transaction((tx) => tx.settings.update({ pullMinutes: 15 }))
  await expect.poll(() => delays(studio)).toEqual([15 * MINUTE])
  expect(studio.engine.status().nextRunAt).toBe(studio.clock.now + 15 * MINUTE)
})

it('looks every 15 seconds while the window has the focus, and not after', async () => {
  const studio = await started()
  studio.engine.setFocused(true)
  await pass(studio, 15_000)
  await pass(studio, 15_000)
  studio.engine.setFocused(false)
  expect(delays(studio)).not.toContain(15_000)
})

it('sends a change at once, without being asked', async () => {
  const studio = await started()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  await expect.poll(() => studio.view(id).delivery).toBe('sent')
})

it('comes back for what failed when its time has come, and no sooner than the server wants', async () => {
  const studio = await started()
  studio.server.faults.next({ method: 'PUT' }, refused())
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  await expect.poll(() => delays(studio)).toEqual([0.75 * MINUTE])
  studio.server.faults.next({}, status(503, { 'Retry-After': '120' }))
  await pass(studio, 0.75 * MINUTE)
  await expect.poll(() => delays(studio)).toEqual([2 * MINUTE])
  await pass(studio, 2 * MINUTE)
  await expect.poll(() => studio.view(id).delivery).toBe('sent')
})

it('does not come back for an account that waits for a new password', async () => {
  const studio = await started()
  studio.password.value = 'wrong'
  valueOf(studio.commands.create(booking(studio.artist.id)))
  await expect.poll(() => studio.engine.status().artists[0]?.failure?.kind).toBe('sign-in')
  await expect.poll(() => delays(studio)).toEqual([5 * MINUTE])
})

it('joins what is asked while it is under way into one more cycle', async () => {
  const studio = await connected()
  const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
  const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
  const accountId = studio.account.id
  const jonas = addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
  const { fault, reached, release } = hold()
  studio.server.faults.next({}, fault)
  const before = looks(studio)
  const first = studio.sync()
  await reached
  studio.server.put(url, 'e.ics', eventText('e'))
  const asked = [
    studio.engine.run({ trigger: 'button', artistId: studio.artist.id }),
    studio.engine.run({ trigger: 'availability', artistId }),
    studio.engine.run({ trigger: 'button', artistId: studio.artist.id, full: true }),
  ]
  release()
  await Promise.all([first, ...asked])
  expect(looks(studio)).toBe(before + 2)
  expect(studio.store.read.objects.states(jonas.id)).toHaveLength(1)
})

it('stops at an account’s failure: its other calendars are not asked', async () => {
  const studio = await connected()
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const url = studio.server.mkcalendar({ user: 'desk', name })
    const { id: artistId } = addArtist(studio.store, { name })
    const accountId = studio.account.id
    addCalendar(studio.store, { artistId, accountId, url, lastSuccessAt: null })
  }
  const stop = studio.server.faults.always({ method: 'REPORT' }, status(401))
  onTestFinished(stop)
  const before = studio.server.requests.filter(({ method }) => method === 'REPORT').length
  await studio.engine.run({ trigger: 'button', full: true })
  const asked = studio.server.requests.filter(({ method }) => method === 'REPORT').length - before
  // Three at once were under way when the first was refused.
  expect(asked).toBe(3)
  expect(studio.engine.status().artists.map(({ failure }) => failure?.kind)).toEqual(
    Array.from({ length: 6 }, () => 'sign-in'),
  )
})

it('notes what a look says of the rights to a calendar', async () => {
  const studio = await connected()
  const rights = () => studio.store.read.calendars.get(studio.calendar.id)
  studio.server.setReadOnly(studio.url, true)
  await studio.sync()
  expect(rights()).toMatchObject({ readOnly: true, ownedByLogin: true })
  studio.server.setReadOnly(studio.url, false)
  await studio.sync()
  expect(rights()).toMatchObject({ readOnly: false })
  studio.store.transaction((tx) => tx.calendars.update(studio.calendar.id, { ownedByLogin: false }))
  await studio.sync()
  expect(rights()).toMatchObject({ ownedByLogin: true })
})

it('writes a row per run into the log, without a client’s name, and none for a look at nothing', async () => {
  const studio = await connected()
  const { store, calendar, artist } = studio
  await book(studio)
  const [row] = store.read.syncLogs.list({ limit: 1 })
  expect(row).toMatchObject({
    artistId: artist.id,
    calendarId: calendar.id,
    trigger: 'button',
    direction: 'push',
    requests: 3,
    pushed: 1,
    created: 1,
    updated: 0,
    deleted: 0,
    conflicts: 0,
    outcome: 'ok',
    errorKind: null,
  })
  expect(JSON.stringify(store.read.syncLogs.list({ limit: 50 }))).not.toMatch(/Ava|Fern|secret/)
  const rows = store.read.syncLogs.list({ limit: 50 }).length
  const fresh = studio.startEngine()
  await fresh.run({ trigger: 'focus' })
  await fresh.stop()
  expect(store.read.syncLogs.list({ limit: 50 })).toHaveLength(rows)
})
