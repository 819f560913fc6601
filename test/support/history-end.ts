import { isLive } from '../../src/domain/appointment.ts'
import { MINUTE, overlaps } from '../../src/domain/interval.ts'
import { parseTitle } from '../../src/domain/title.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { readObject } from '../../src/main/ical/object.ts'
import type { ListedObject } from '../../src/main/sample/server/server.ts'
import { goodServer } from '../../src/main/sample/server/quirks.ts'
import type { Store } from '../../src/main/store/store.ts'
import { targetWindow } from '../../src/main/sync/context.ts'
import { occurrences } from './busy.ts'
import { allShown, shownOf, type World } from './history-world.ts'
import { NOW, ZONE } from './store.ts'

/** The server behaves, time passes, a person lets through what the brake and refusals held. */
export const untilQuiet = async (world: World): Promise<void> => {
  const { clock, store, server, columns } = world
  server.faults.clear()
  Object.assign(server.quirks, goodServer)
  for (const { ownUrl } of columns) server.setReadOnly(ownUrl, false)
  for (let round = 0; round < 8; round++) {
    clock.now += 20 * MINUTE
    store.transaction((tx) => {
      for (const { account } of columns)
        tx.accounts.update(account.id, { frozenAt: null, blockedUntil: null })
      for (const row of tx.outbox.all())
        if (row.phase === 'held' && row.failure)
          tx.outbox.update(row.placementId, { phase: 'ready', notBefore: 0 })
    })
    for (const { calendar } of columns)
      if (store.read.calendars.get(calendar.id)?.brake) await world.engine.releaseBrake(calendar.id)
    await world.sync(round === 0)
  }
}

/** What is not as it has to be once all is quiet; two more cycles are run to see that they send nothing. */
export const problemsAtTheEnd = async (world: World): Promise<string[]> => {
  const { server, booked, store } = world
  const writes = (): number =>
    server.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE').length
  const before = writes()
  await world.sync()
  await world.sync(true)
  await world.engine.stop()

  const problems = [
    ...(writes() === before ? [] : ['a quiet cycle sent a write']),
    ...copyProblems(world),
    ...booked.flatMap((id) => bookingProblems(world, id)),
  ]
  return problems.length > 0 ? [...problems, ...tellAll(store, booked)] : []
}

const spans = (intervals: readonly { start: number; end: number }[]): string =>
  intervals
    .map(({ start, end }) => `${start}-${end}`)
    .toSorted()
    .join(' ')

const readText = (text: string) => {
  const { start: from, end: to } = targetWindow(NOW)
  return readObject(text, { zone: ZONE, from, to })
}

/** Our copy is the server's, text by text, and so is the busy time made from it. */
const copyProblems = (world: World): string[] =>
  world.columns.flatMap((column) => {
    const { store } = world
    const { calendar } = column
    const there = shownOf(world, column)
    const here = store.read.objects.states(calendar.id)
    const count =
      there.length === here.length ? [] : [`${there.length} objects there, ${here.length} here`]
    const kept = store.read.busy.overlapping([calendar.id], 0, 8.64e15)
    return [
      ...count,
      ...there.flatMap(({ href, text }) => {
        const row = store.read.objects.get(calendar.id, href)
        if (row?.text !== text) return [`our copy of ${href} is not the server’s`]
        const content = readText(text)
        if (content.unreadable !== (row.problem !== null))
          return [`${href}: ${row.problem ?? 'no problem'}`]
        const busy = kept.filter(({ objectId }) => objectId === row.id)
        return spans(busy) === spans(occurrences(content.busy))
          ? []
          : [`the busy time of ${href} is not ours`]
      }),
    ]
  })

const bookingProblems = (world: World, id: string): string[] => {
  const { store } = world
  const view = store.read.appointments.view(id)
  if (!view) return world.forgotten.has(id) ? [] : ['an acknowledged booking vanished']
  const uids = new Set(store.read.placements.ofAppointment(id).map(({ caldavUid }) => caldavUid))
  const mine = allShown(world).filter(
    ({ uid, text }) => uid !== null && uids.has(uid) && !text.includes('STATUS:CANCELLED'),
  )
  const label = `${id.slice(0, 4)} ${view.status} ${view.delivery} ${view.trouble?.kind ?? ''}`
  return [
    ...countProblems(world, view, uids, mine.length),
    ...(isLive(view.status) ? liveProblems(world, view, mine) : goneProblems(view, mine)),
  ].map((problem) => `${label}: ${problem}`)
}

/** At most one event per booking, and nothing ends without somebody who ended it and a word about it. */
const countProblems = (
  { restored, leftAsIs, goneThere, cancelledHere, store }: World,
  { id, status, trouble, cancelledBy }: AppointmentView,
  uids: ReadonlySet<string>,
  events: number,
): string[] => {
  const problems: string[] = []
  const notices = store.read.notices.list(1_000).filter((one) => one.appointmentId === id)
  // An event the booking had left, changed by the artist or there since before a backup was restored: staff
  // were told that it stays, and it blocks.
  const stays = notices.some(({ message }) => message.includes('It stays in that calendar'))
  if (events > 1 && !trouble && !stays && !leftAsIs.has(id)) problems.push(`${events} events`)
  if (status !== 'CANCELLED') return problems
  if (cancelledBy === 'desk' && !cancelledHere.has(id))
    problems.push('cancelled although the desk did nothing')
  if (cancelledBy !== 'artist') return problems
  if (!restored && ![...uids].some((uid) => goneThere.has(uid)))
    problems.push('cancelled although the artist did nothing')
  if (notices.length === 0) problems.push('cancelled by the artist without a word')
  return problems
}

/** What the artist has cancelled and put back is booked again. */
const goneProblems = (view: AppointmentView, mine: readonly ListedObject[]): string[] => {
  const back = mine.find(({ uid }) => uid === view.calendar?.uid)
  return view.cancelledBy === 'artist' && back && readText(back.text).event
    ? ['cancelled, and in the calendar again']
    : []
}

const liveProblems = (
  world: World,
  view: AppointmentView,
  mine: readonly ListedObject[],
): string[] => {
  if (view.delivery === 'held') return view.trouble ? [] : ['held without a reason']
  const problems = view.delivery === 'sent' ? [] : [`still ${view.delivery}`]
  const current = mine.find(({ uid }) => uid === view.calendar?.uid)
  const event = current && readText(current.text).event
  // What is over stays over, whatever becomes of its event.
  const isOver = view.status === 'COMPLETED'
  if (!event) return view.trouble || isOver ? problems : [...problems, 'not on the server']
  const title = parseTitle(event.summary)
  if (event.start !== view.start || event.end !== view.end) problems.push('times differ')
  // What a share hides of it is the artist's.
  if (current.text.includes('CLASS:CONFIDENTIAL') && !current.text.includes('X-LINEWORK'))
    return problems
  if (title.request !== (view.status === 'PENDING')) problems.push(`“${event.summary}”`)
  if (title.description !== view.description)
    problems.push(`“${title.description}” / “${view.description}”`)
  const clash = foreign(world, view.artistId).find((busy) => overlaps(busy, view))
  const accepted = world.store.read.appointments.get(view.id)?.acceptedOverlap
  if (clash && view.start > world.clock.now && !view.trouble && !accepted)
    problems.push(`overlaps “${clash.title}” and nobody is told`)
  return problems
}

/** What the artist has put into their own calendar. */
const foreign = (world: World, artistId: string): ReturnType<typeof occurrences> =>
  world.columns
    .filter(({ artist }) => artist.id === artistId)
    .flatMap((column) => shownOf(world, column))
    .filter(({ uid }) => uid?.startsWith('private-'))
    .flatMap(({ text }) => occurrences(readText(text).busy))

/** What the desk has written down about each booking, for whoever reads a failure. */
const tellAll = (store: Store, ids: readonly string[]): string[] =>
  ids.flatMap((id) => [
    `--- ${id.slice(0, 4)}`,
    ...store.read.audit
      .of(id)
      .map((entry) => `${entry.at} ${entry.actor} ${entry.action} ${JSON.stringify(entry.after)}`),
    ...store.read.notices
      .list(200)
      .filter(({ appointmentId }) => appointmentId === id)
      .map(({ at, kind, message }) => `${at} ${kind}: ${message}`)
      .toReversed(),
    ...store.read.placements
      .ofAppointment(id)
      .map(({ number, href, baseHash }) => `placement ${number} ${href} ${baseHash?.slice(0, 6)}`),
  ])
