import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { TransportError } from '../../src/main/caldav/transport-error.ts'
import {
  loginPage,
  lostAnswer,
  maintenance,
  refused,
  status,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { book, connected, only, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const create = 'PUT mara/*.ics if-none-match'
const change = 'PUT mara/*.ics if-match'
const remove = 'DELETE mara/*.ics if-match'
const changes = 'REPORT mara/ since'
const one = 'GET mara/*.ics'

const approve = (studio: TestStudio, { id, version }: AppointmentView): void => {
  valueOf(studio.commands.approve({ id, version, overrule: false }))
}

const cancel = (studio: TestStudio, { id, version }: AppointmentView): void => {
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
}

const later = (text: string): string =>
  text.replaceAll('T140000', 'T150000').replaceAll('T160000', 'T170000')

const throws =
  (error: Error): Fault =>
  () => {
    throw error
  }

const wait = (studio: TestStudio): void => {
  studio.clock.now += 20 * MINUTE
}

describe('a write whose answer is lost is looked up, not sent again', () => {
  it.each<
    [string, (studio: TestStudio, booked: AppointmentView) => void, string, readonly string[]]
  >([
    ['a change', approve, change, [changes, one]],
    ['a deletion', cancel, remove, [changes]],
  ])('%s', async (_, act, write, found) => {
    const studio = await connected()
    const booked = await book(studio)
    act(studio, booked)
    await script(studio.server, [look, [write, lostAnswer()]], studio.sync)
    wait(studio)
    await script(studio.server, [look, ...found], studio.sync)
    expect(studio.engine.status()).toMatchObject({ waiting: 0, state: 'idle' })
  })

  it.each<[string, Fault]>([
    ['maintenance', maintenance(600)],
    ['an error of its own', status(500)],
    ['a body too large', throws(new TransportError('too-large', 'more than that'))],
    ['a body cut off', throws(new TransportError('unreachable', 'ECONNRESET'))],
    ['a login page', loginPage()],
  ])('a change that arrived and was answered by %s is not the artist’s', async (_, fault) => {
    const studio = await connected()
    const booked = await book(studio)
    approve(studio, booked)
    const arrived: Fault = async (request, carryOut) => {
      await carryOut()
      return fault(request, carryOut)
    }
    await script(studio.server, [look, [change, arrived]], studio.sync)
    studio.edit(only(studio).file, later)
    wait(studio)
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CONFIRMED',
      start: at(15),
      delivery: 'sent',
      trouble: null,
    })
    expect(studio.notices()).toEqual([expect.stringMatching(/^moved: /)])
  })

  it('a change that arrived while the engine was stopped', async () => {
    const studio = await connected()
    const booked = await book(studio)
    approve(studio, booked)
    const stopping: Promise<void>[] = []
    const engine = studio.startEngine()
    const stopped: Fault = async (_request, carryOut) => {
      const answer = await carryOut()
      stopping.push(engine.stop())
      return answer
    }
    await script(studio.server, [look, [change, stopped]], () => engine.run({ trigger: 'button' }))
    await Promise.all(stopping)
    studio.edit(only(studio).file, later)
    wait(studio)
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(booked.id)).toMatchObject({
      status: 'CONFIRMED',
      start: at(15),
      delivery: 'sent',
      trouble: null,
    })
  })

  it('a new booking', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    await script(studio.server, [look, [create, lostAnswer()]], studio.sync)
    wait(studio)
    await script(studio.server, [look, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })

  it('and sent again when it is not there', async () => {
    const studio = await connected()
    const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
    await script(studio.server, [look, [create, refused()]], studio.sync)
    wait(studio)
    await script(studio.server, [look, create, changes, one], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  })
})

it('what was being sent when the desk was killed is looked up before anything is sent', async () => {
  const studio = await connected()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  studio.server.faults.next({ method: 'PUT' }, lostAnswer())
  await studio.sync()
  expect(studio.store.read.outbox.all()).toMatchObject([{ phase: 'verify' }])
  wait(studio)
  const next = studio.startEngine()
  await script(studio.server, [look, changes, one], () => next.run({ trigger: 'start' }))
  expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
  await next.stop()
})
