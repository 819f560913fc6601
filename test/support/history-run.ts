import { HOUR, MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { connectionError } from '../../src/main/sample/server/faults.ts'
import { goodServer } from '../../src/main/sample/server/quirks.ts'
import { booking } from './desk.ts'
import { faults, privateEvent, slotStart, type Action } from './history.ts'
import { problemsAtTheEnd, untilQuiet } from './history-end.ts'
import { bringBackOnPhone, editOnPhone, emptyOnPhone, refileOnPhone } from './history-phone.ts'
import { restoringOf } from './history-restore.ts'
import { openWorld, type World } from './history-world.ts'
import type { ReusableStore } from './store.ts'

/** Runs one history against a real database and the server inside the process. */
export const runHistory = async (
  desk: Pick<ReusableStore, 'store' | 'backUp'>,
  actions: readonly Action[],
  shared = false,
): Promise<void> => {
  const world = openWorld(desk.store, shared)
  const step = stepsOf(world, restoringOf(world, desk))
  for (const action of actions) {
    world.clock.now += 1_000
    await arriveLate(world, 1)
    await step(action)
  }
  await arriveLate(world, Infinity)
  await untilQuiet(world)
  const problems = await problemsAtTheEnd(world)
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/** Requests whose connection broke long before reach the server all the same. */
const arriveLate = async (world: World, steps: number): Promise<void> => {
  for (const request of world.late) request.left -= steps
  const due = world.late.filter(({ left }) => left <= 0)
  world.late = world.late.filter(({ left }) => left > 0)
  for (const { arrive } of due) await arrive()
}

const hour = (slot: number) => ({ start: slotStart(slot), end: slotStart(slot) + HOUR })

const stepsOf = (
  world: World,
  restoring: ReturnType<typeof restoringOf>,
): ((step: Action) => Promise<void>) => {
  const { clock, store, server, columns, main, commands, booked } = world
  let backup = server.snapshot()
  let events = 0

  const change = (which: number, act: (view: AppointmentView) => unknown): void => {
    const id = booked[which % Math.max(1, booked.length)]
    const view = id === undefined ? undefined : store.read.appointments.view(id)
    if (view) act(view)
  }
  const update = (
    which: number,
    changes: (view: AppointmentView) => Parameters<typeof commands.update>[0]['changes'],
  ): void =>
    change(which, (view) =>
      commands.update({
        id: view.id,
        version: view.version,
        changes: changes(view),
        overrule: true,
      }),
    )
  const end = (which: number, how: 'cancel' | 'decline'): void =>
    change(which, ({ id, version }) => {
      if (commands[how]({ id, version, reason: '' }).ok) world.cancelledHere.add(id)
    })

  return async (step) => {
    switch (step.type) {
      case 'book': {
        const { slot, words, alternate } = step.given
        const input = booking(main.artist.id, {
          ...hour(slot),
          description: words,
          ...(alternate !== null && { alternates: [hour(alternate)] }),
        })
        if (commands.create(input).ok) booked.push(input.id)
        return
      }
      case 'move':
        return update(step.given.which, () => hour(step.given.slot))
      case 'describe':
        return update(step.given.which, () => ({ description: step.given.words }))
      case 'reassign':
        return update(step.given.which, ({ artistId }) => ({
          artistId: columns.find(({ artist }) => artist.id !== artistId)?.artist.id,
        }))
      case 'approve':
        return change(step.given.which, ({ id, version }) =>
          commands.approve({ id, version, overrule: true }),
        )
      case 'take the alternate':
        return change(step.given.which, ({ id, version }) =>
          commands.approve({ id, version, alternate: 0, overrule: true }),
        )
      case 'mark':
        return change(step.given.which, ({ id, version }) =>
          commands.mark({ id, version, status: step.given.status }),
        )
      case 'undo':
        return change(step.given.which, ({ id, version }) => commands.undo({ id, version }))
      case 'cancel':
      case 'decline':
        return end(step.given.which, step.type)
      case 'resolve':
        return change(step.given.which, ({ id, version, trouble }) => {
          const { keep } = step.given
          if (!trouble || !commands.resolve({ id, version, keep }).ok) return
          if (keep === 'theirs') world.leftAsIs.add(id)
          else world.cancelledHere.add(id)
        })
      case 'artist blocks':
      case 'artist blocks daily': {
        const uid = `private-${events++}`
        const rule = step.type === 'artist blocks daily' ? 'FREQ=DAILY;COUNT=2' : undefined
        server.put(main.ownUrl, `${uid}.ics`, privateEvent(uid, step.given.slot, rule))
        return
      }
      case 'artist unblocks': {
        const own = server.list(main.ownUrl).filter(({ uid }) => uid?.startsWith('private-'))
        const target = own[step.given.which % Math.max(1, own.length)]
        if (target) server.remove(main.ownUrl, target.file)
        return
      }
      case 'artist refiles':
        return refileOnPhone(world, step.given.which)
      case 'artist brings back':
        return bringBackOnPhone(world)
      case 'artist empties':
        return emptyOnPhone(world)
      case 'artist moves':
      case 'artist retitles':
      case 'artist approves':
      case 'artist cancels':
      case 'artist deletes':
      case 'artist repeats':
      case 'artist breaks':
      case 'artist confirms':
      case 'artist classifies':
      case 'artist annotates':
        return editOnPhone(world, step, step.given.which)
      case 'fault': {
        const { method, fault } = step.given
        const given = faults[fault]
        if (given) server.faults.next(method === undefined ? {} : { method }, given)
        return
      }
      case 'arrives late':
        server.faults.next({ method: step.given.method }, (_, arrive) => {
          world.late.push({ left: step.given.after, arrive })
          throw connectionError('ECONNRESET', 'read ECONNRESET')
        })
        return
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
        server.expireTokens(main.ownUrl)
        return
      case 'read only':
        server.setReadOnly(main.ownUrl, step.given.on)
        return
      case 'backup':
        backup = server.snapshot()
        return
      case 'restore':
        server.restore(backup)
        world.restored = true
        return
      case 'desk backs up':
        return restoring.backUp()
      case 'desk restores':
        return restoring.restore(step.given.after)
      case 'sync':
        return world.sync(step.given.full)
      case 'crash':
        world.killAfter(step.given.after)
        return world.sync()
      case 'wait':
        clock.now += step.given.minutes * MINUTE
    }
  }
}
