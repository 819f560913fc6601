import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import {
  lostAnswer,
  refused,
  status,
  withoutProperties,
  type Fault,
} from '../../src/main/sample/server/faults.ts'
import { at, booking, valueOf } from '../support/desk.ts'
import { script } from '../support/script.ts'
import { book, connected, only, summary, type TestStudio } from '../support/studio.ts'

const look = 'PROPFIND 1'
const create = 'PUT mara/*.ics if-none-match'
const change = 'PUT mara/*.ics if-match'
const remove = 'DELETE mara/*.ics if-match'
const listing = 'PROPFIND mara/ 1'
const one = 'GET mara/*.ics'

const hasNoSync: Fault = (request, carryOut) =>
  new TextDecoder().decode(request.body).includes('sync-collection')
    ? status(403)(request, carryOut)
    : carryOut()

/** A server that only lists ETags, as sabre/dav 1.8; `untold` are properties it does not have. */
const etagsOnly = async (...untold: readonly string[]): Promise<TestStudio> => {
  const studio = await connected(({ server }) => {
    server.faults.always({ method: 'REPORT' }, hasNoSync)
    server.faults.always({ method: 'PROPFIND' }, withoutProperties('sync-token', ...untold))
  })
  expect(studio.store.read.calendars.get(studio.calendar.id)?.syncToken).toBeNull()
  return studio
}

type Act = (studio: TestStudio, booked: AppointmentView) => void

const nothing: Act = () => undefined

const approve: Act = (studio, { id, version }) => {
  valueOf(studio.commands.approve({ id, version, overrule: false }))
}

const cancel: Act = (studio, { id, version }) => {
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
}

const wait = (studio: TestStudio): void => {
  studio.clock.now += 20 * MINUTE
}

/** A booking to be made or, once it is in the calendar, changed by `act`. */
const waiting = async (studio: TestStudio, act: Act): Promise<AppointmentView> => {
  if (act === nothing) return valueOf(studio.commands.create(booking(studio.artist.id)))
  const booked = await book(studio)
  // The ctag of before the write does not tell what came after it: one more listing does.
  await studio.sync()
  act(studio, booked)
  return booked
}

const title = (studio: TestStudio): string[] => studio.events().map(({ text }) => summary(text))

const request = 'REQUEST: Ava Chen - Fern sleeve'
const approved = 'Ava Chen - Fern sleeve'

describe('a write whose answer is lost, on a server that only lists ETags', () => {
  const writes: [string, Act, string, readonly string[], readonly string[]][] = [
    ['a new booking', nothing, create, [one], [request]],
    ['a change', approve, change, [one], [approved]],
    ['a deletion', cancel, remove, [], []],
  ]

  it.each(writes)(
    '%s that arrived is found, and not sent again',
    async (_, act, write, read, left) => {
      const studio = await etagsOnly()
      const { id } = await waiting(studio, act)
      await script(studio.server, [look, [write, lostAnswer()]], studio.sync)
      wait(studio)
      await script(studio.server, [look, listing, ...read], studio.sync)
      expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
      expect(title(studio)).toEqual(left)
      expect(studio.notices()).toEqual([])
      await script(studio.server, [look], studio.sync)
    },
  )

  it.each(writes)('%s that did not arrive is sent again', async (_, act, write, read, left) => {
    const studio = await etagsOnly()
    const { id } = await waiting(studio, act)
    await script(studio.server, [look, [write, refused()]], studio.sync)
    wait(studio)
    await script(studio.server, [look, write, listing, ...read], studio.sync)
    expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
    expect(title(studio)).toEqual(left)
    await script(studio.server, [look, listing], studio.sync)
    await script(studio.server, [look], studio.sync)
  })

  it.each(writes)('%s: without a ctag the listing tells', async (_, act, write, read, left) => {
    for (const [lost, again] of [
      [lostAnswer(), []],
      [refused(), [write, listing, ...read]],
    ] as const) {
      const studio = await etagsOnly('getctag')
      const { id } = await waiting(studio, act)
      await script(studio.server, [look, listing, [write, lost]], studio.sync)
      wait(studio)
      const found = again.length === 0 ? read : []
      await script(studio.server, [look, listing, ...found, ...again], studio.sync)
      expect(studio.view(id)).toMatchObject({ delivery: 'sent', trouble: null })
      expect(title(studio)).toEqual(left)
    }
  })

  it('what the artist did to it since is theirs, and what the desk did is not', async () => {
    const studio = await etagsOnly()
    const { id } = await waiting(studio, approve)
    await script(studio.server, [look, [change, lostAnswer()]], studio.sync)
    studio.edit(only(studio).file, (text) =>
      text.replaceAll('T140000', 'T150000').replaceAll('T160000', 'T170000'),
    )
    wait(studio)
    await script(studio.server, [look, listing, one], studio.sync)
    expect(studio.view(id)).toMatchObject({
      status: 'CONFIRMED',
      start: at(15),
      delivery: 'sent',
      trouble: null,
    })
    expect(studio.notices()).toEqual([expect.stringMatching(/^moved: /)])
  })
})
