import { randomUUID } from 'node:crypto'
import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import { isLive } from '../../src/domain/appointment.ts'
import { parseTitle } from '../../src/domain/title.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { appointmentCommands } from '../../src/main/appointments/commands.ts'
import { openRemote } from '../../src/main/caldav/client.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import { goodServer } from '../../src/main/sample/server/quirks.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createSyncEngine } from '../../src/main/sync/engine.ts'
import { booking } from './desk.ts'
import { faults, privateEvent, slotStart, type Action } from './history.ts'
import { addAccount, addArtist, addCalendar, NOW, ZONE } from './store.ts'
import { decode, manualTimers } from './studio.ts'

class Crash extends Error {}

/** Counts the steps of a run down and ends it at one of them, as a killed process would end. */
const createFuse = () => {
  let left = Infinity
  return {
    burnt: () => left <= 0,
    set: (steps: number) => {
      left = steps
    },
    step: () => {
      if (left <= 0 || --left <= 0) throw new Crash('killed')
    },
  }
}

/** As DTSTART and DTEND give it; the tests' days are all an hour ahead of UTC. */
const wallClock = (at: number): string =>
  `TZID=${ZONE}:${new Date(at + HOUR).toISOString().replaceAll(/[-:]|\.000Z/g, '')}`

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

/** Runs one history against a real database and the server inside the process. */
export const runHistory = async (store: Store, actions: readonly Action[]): Promise<void> => {
  const clock = { now: NOW }
  const now = (): number => clock.now
  const server = createSampleServer({
    now,
    users: [{ name: 'desk', password: 'secret', displayName: 'Desk' }],
  })
  const account = addAccount(store, { baseUrl: server.origin, username: 'desk' })
  const columns = ['mara', 'jonas'].map((name) => {
    const url = server.mkcalendar({ user: 'desk', name })
    const artist = addArtist(store, { name })
    const calendar = addCalendar(store, {
      artistId: artist.id,
      accountId: account.id,
      url,
      lastSuccessAt: null,
    })
    return { url, artist, calendar }
  })
  const [main] = columns
  if (!main) throw new Error('unreachable')

  /** Every transaction and every request is a step at which the desk can be killed, for good. */
  const startDesk = () => {
    const fuse = createFuse()
    const fragile: Store = {
      ...store,
      transaction: (work) => {
        fuse.step()
        const value = store.transaction(work)
        fuse.step()
        return value
      },
    }
    const engine = createSyncEngine({
      store: fragile,
      openRemote: (login) =>
        openRemote(login, {
          now,
          fetch: async (input, init) => {
            fuse.step()
            const response = await server.fetch(input, init)
            fuse.step()
            return response
          },
        }),
      passwordOf: () => 'secret',
      decode,
      now,
      random: () => 0,
      timers: manualTimers(),
    })
    return { engine, fuse }
  }
  let desk = startDesk()
  const commands = appointmentCommands({ store, now, newId: randomUUID, busyBeyond: () => [] })
  const booked: string[] = []
  const cancelledHere = new Set<string>()
  /** UIDs of events the artist deleted or cancelled, or that a restored backup took away. */
  const goneThere = new Set<string>()
  /** Bookings whose second event a person has left where it is. */
  const leftAsIs = new Set<string>()
  let backup = server.snapshot()
  let restored = false
  let events = 0

  const sync = async (full = false): Promise<void> => {
    try {
      await desk.engine.run({ trigger: 'button', full })
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    }
    if (desk.fuse.burnt()) desk = startDesk()
    else desk.fuse.set(Infinity)
  }
  const appointment = (which: number): AppointmentView | undefined => {
    const id = booked[which % Math.max(1, booked.length)]
    return id === undefined ? undefined : store.read.appointments.view(id)
  }
  const change = (which: number, act: (view: AppointmentView) => unknown): void => {
    const view = appointment(which)
    if (view) act(view)
  }
  /** One of our events on the server, changed as a phone changes it. */
  const edit = (which: number, phone: (text: string) => string | null): void => {
    const ours = columns.flatMap(({ url }) =>
      server
        .list(url)
        .filter(({ uid }) => uid?.endsWith('@linework'))
        .map((object) => ({ url, object })),
    )
    const target = ours[which % Math.max(1, ours.length)]
    if (!target) return
    const { uid, file, text } = target.object
    const changed = phone(text)
    if (changed === null || /STATUS:CANCELLED/.test(changed)) goneThere.add(uid ?? '')
    if (changed === null) server.remove(target.url, file)
    else if (changed !== text) server.put(target.url, file, changed)
  }

  const carryOut = async (step: Action): Promise<void> => {
    clock.now += 1_000
    switch (step.type) {
      case 'book': {
        const input = booking(main.artist.id, {
          start: slotStart(step.given.slot),
          end: slotStart(step.given.slot) + HOUR,
          description: step.given.words,
        })
        if (commands.create(input).ok) booked.push(input.id)
        return
      }
      case 'move':
        return change(step.given.which, ({ id, version }) =>
          commands.update({
            id,
            version,
            changes: { start: slotStart(step.given.slot), end: slotStart(step.given.slot) + HOUR },
            overrule: true,
          }),
        )
      case 'describe':
        return change(step.given.which, ({ id, version }) =>
          commands.update({
            id,
            version,
            changes: { description: step.given.words },
            overrule: true,
          }),
        )
      case 'reassign':
        return change(step.given.which, ({ id, version, artistId }) =>
          commands.update({
            id,
            version,
            changes: { artistId: columns.find(({ artist }) => artist.id !== artistId)?.artist.id },
            overrule: true,
          }),
        )
      case 'approve':
        return change(step.given.which, ({ id, version }) =>
          commands.approve({ id, version, overrule: true }),
        )
      case 'cancel':
        return change(step.given.which, ({ id, version }) => {
          if (commands.cancel({ id, version, reason: '' }).ok) cancelledHere.add(id)
        })
      case 'resolve':
        return change(step.given.which, ({ id, version, trouble }) => {
          if (trouble && commands.resolve({ id, version, keep: step.given.keep }).ok)
            if (step.given.keep === 'theirs') leftAsIs.add(id)
        })
      case 'artist blocks':
      case 'artist blocks daily': {
        const uid = `private-${events++}`
        const rule = step.type === 'artist blocks daily' ? 'FREQ=DAILY;COUNT=2' : undefined
        server.put(main.url, `${uid}.ics`, privateEvent(uid, step.given.slot, rule))
        return
      }
      case 'artist unblocks': {
        const own = server.list(main.url).filter(({ uid }) => uid?.startsWith('private-'))
        const target = own[step.given.which % Math.max(1, own.length)]
        if (target) server.remove(main.url, target.file)
        return
      }
      case 'artist moves':
        return edit(step.given.which, (text) => {
          return text
            .replace(/^DTSTART;TZID=.*$/m, `DTSTART;${wallClock(slotStart(step.given.slot))}`)
            .replace(/^DTEND;TZID=.*$/m, `DTEND;${wallClock(slotStart(step.given.slot) + HOUR)}`)
        })
      case 'artist retitles':
        return edit(step.given.which, (text) =>
          text.replace(
            /^SUMMARY:(REQUEST: )?.*$/m,
            `SUMMARY:$1Ava Chen - ${step.given.words.replaceAll(',', '\\,')}`,
          ),
        )
      case 'artist approves':
        return edit(step.given.which, (text) => text.replace('SUMMARY:REQUEST: ', 'SUMMARY:'))
      case 'artist cancels':
        return edit(step.given.which, (text) => text.replace(/^STATUS:.*$/m, 'STATUS:CANCELLED'))
      case 'artist deletes':
        return edit(step.given.which, () => null)
      case 'artist repeats':
        return edit(step.given.which, (text) =>
          text.includes('RRULE')
            ? text
            : text.replace('END:VEVENT', 'RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT'),
        )
      case 'artist annotates':
        return edit(step.given.which, (text) =>
          text.replace('END:VEVENT', `X-NOTE:${events++}\r\nEND:VEVENT`),
        )
      case 'fault': {
        const fault = faults[step.given.fault]
        if (fault)
          server.faults.next(
            step.given.method === undefined ? {} : { method: step.given.method },
            fault,
          )
        return
      }
      case 'habit':
        Object.assign(server.quirks, goodServer, {
          ...(step.given.habit === 'trash bin' && { trashBin: true }),
          ...(step.given.habit === 'pages' && { pageSize: 2 }),
          ...(step.given.habit === 'omits missing' && { multigetOmitsMissing: true }),
          ...(step.given.habit === 'future tokens' && { acceptFutureTokens: true }),
          ...(step.given.habit === 'never an ETag' && { etagOnPut: 'never' as const }),
          ...(step.given.habit === 'rewrites' && {
            rewrite: (text: string) => text.replace(/^PRODID:.*$/m, 'PRODID:rewritten'),
          }),
        })
        return
      case 'tokens expire':
        server.expireTokens(main.url)
        return
      case 'read only':
        server.setReadOnly(main.url, step.given.on)
        return
      case 'backup':
        backup = server.snapshot()
        return
      case 'restore':
        server.restore(backup)
        restored = true
        return
      case 'sync':
        return sync(step.given.full)
      case 'crash':
        desk.fuse.set(step.given.after)
        await sync()
        return
      case 'wait':
        clock.now += step.given.minutes * MINUTE
    }
  }

  for (const step of actions) await carryOut(step)

  // Quiet: the server behaves, time passes, a person lets through what the brake held.
  server.faults.clear()
  Object.assign(server.quirks, goodServer)
  for (const { url } of columns) server.setReadOnly(url, false)
  for (let round = 0; round < 8; round++) {
    clock.now += 20 * MINUTE
    store.transaction((tx) => {
      tx.accounts.update(account.id, { frozenAt: null, blockedUntil: null })
      for (const row of tx.outbox.all())
        if (row.phase === 'held' && row.failure)
          tx.outbox.update(row.placementId, { phase: 'ready', notBefore: 0 })
    })
    for (const { calendar } of columns)
      if (store.read.calendars.get(calendar.id)?.brake) await desk.engine.releaseBrake(calendar.id)
    await sync(round === 0)
  }
  const writes = (): number =>
    server.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE').length
  const before = writes()
  await sync()
  await sync(true)
  await desk.engine.stop()

  const problems: string[] = []
  if (writes() !== before) problems.push('a quiet cycle sent a write')
  for (const { url, calendar } of columns) {
    const there = server.list(url)
    const here = store.read.objects.states(calendar.id)
    if (there.length !== here.length)
      problems.push(`${there.length} objects there, ${here.length} here`)
    for (const { href, text } of there) {
      const row = store.read.objects.get(calendar.id, href)
      if (row?.text !== text) problems.push(`our copy of ${href} is not the server’s`)
    }
  }
  const all = columns.flatMap(({ url }) => server.list(url))
  for (const id of booked) {
    const view = store.read.appointments.view(id)
    if (!view) {
      problems.push('an acknowledged booking vanished')
      continue
    }
    const uids = new Set(store.read.placements.ofAppointment(id).map(({ caldavUid }) => caldavUid))
    const mine = all.filter(
      ({ uid, text }) => uid !== null && uids.has(uid) && !text.includes('STATUS:CANCELLED'),
    )
    const label = `${id.slice(0, 4)} ${view.status} ${view.delivery} ${view.trouble?.kind ?? ''}`
    if (mine.length > 1 && !restored && !view.trouble && !leftAsIs.has(id))
      problems.push(`${label}: ${mine.length} events`)
    if (
      view.status === 'CANCELLED' &&
      view.cancelledBy === 'artist' &&
      !restored &&
      ![...uids].some((uid) => goneThere.has(uid))
    )
      problems.push(`${label}: cancelled although the artist did nothing`)
    if (view.status === 'CANCELLED' && view.cancelledBy === 'desk' && !cancelledHere.has(id))
      problems.push(`${label}: cancelled although the desk did nothing`)
    if (!isLive(view.status)) continue
    if (view.delivery === 'held') {
      if (!view.trouble) problems.push(`${label}: held without a reason`)
      continue
    }
    if (view.delivery !== 'sent') problems.push(`${label}: still ${view.delivery}`)
    const current = mine.find(({ uid }) => uid === view.calendar?.uid)
    const event = current && readObject(current.text, { zone: ZONE, from: 0, to: 0 }).event
    if (!event) {
      if (!view.trouble) problems.push(`${label}: not on the server`)
      continue
    }
    const title = parseTitle(event.summary)
    if (event.start !== view.start || event.end !== view.end)
      problems.push(`${label}: times differ`)
    if (title.request !== (view.status === 'PENDING')) problems.push(`${label}: “${event.summary}”`)
    if (title.description !== view.description)
      problems.push(`${label}: “${title.description}” / “${view.description}”`)
  }
  if (problems.length > 0) throw new Error([...problems, ...tellAll(store, booked)].join('\n'))
}
