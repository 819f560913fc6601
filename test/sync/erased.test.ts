import { expect, it } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import { forgetClient } from '../../src/main/clients/erase.ts'
import { status } from '../../src/main/sample/server/faults.ts'
import { booking, valueOf } from '../support/desk.ts'
import { book, connected, only } from '../support/studio.ts'

/** A booking of yesterday that the calendar has, and whose client is erased after `before`. */
const erased = async (before: (studio: Studio, id: string) => unknown = () => undefined) => {
  const studio = await connected()
  const { id, clientId } = await book(studio)
  await before(studio, id)
  studio.clock.now += DAY
  const { file, text } = only(studio)
  studio.store.transaction((tx) => forgetClient(tx, clientId, studio.clock.now))
  /** Nothing here names the person or says what for, and the event is as it was put there. */
  const expectNothing = async (event: string): Promise<void> => {
    await studio.sync()
    await studio.sync()
    const view = studio.view(id)
    expect([view.clientName, view.description, view.trouble]).toEqual(['Erased client', '', null])
    expect(JSON.stringify(studio.store.read.audit.of(id))).not.toMatch(/Ava|Fern|Moth/)
    expect(studio.notices().join(' ')).not.toMatch(/Ava|Fern|Moth/)
    expect(only(studio).text).toBe(event)
  }
  return { studio, id, clientId, file, text, expectNothing }
}

type Studio = Awaited<ReturnType<typeof connected>>

const retitled = (text: string): string => text.replace('Fern sleeve', 'Moth')

it('an event of somebody who was erased is not read back in when its artist changes it', async () => {
  const { studio, file, text, expectNothing } = await erased()
  studio.edit(file, retitled)
  await expectNothing(retitled(text))
})

it('nor when it is deleted and put back', async () => {
  const { studio, id, file, text, expectNothing } = await erased(async (given, booked) => {
    const { version } = given.view(booked)
    valueOf(given.commands.approve({ id: booked, version, overrule: false }))
    await given.sync()
  })
  studio.server.remove(studio.url, file)
  await studio.sync()
  expect(studio.view(id).status).toBe('CANCELLED')
  studio.server.put(studio.url, file, text)
  await expectNothing(text)
})

it('what waited to be sent about it is not: the event would lose its name', async () => {
  const { text, expectNothing } = await erased(async (given, id) => {
    const stop = given.server.faults.always({ method: 'PUT' }, status(500))
    const { version } = given.view(id)
    valueOf(given.commands.approve({ id, version, overrule: false }))
    await given.sync()
    stop()
  })
  await expectNothing(text)
})

it('nor is an event made of what was never sent', async () => {
  const studio = await connected()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  const { clientId } = studio.view(id)
  studio.clock.now += DAY
  studio.store.transaction((tx) => forgetClient(tx, clientId, studio.clock.now))
  await studio.sync()
  expect(studio.events()).toEqual([])
})

it('nor is one that a restored desk meets again, nor one it never knew', async () => {
  const { studio, id, clientId, text, expectNothing } = await erased()
  const placement = studio.store.read.placements.current(id)
  studio.store.transaction((tx) => {
    if (placement) tx.placements.update(placement.id, { recalled: true, baseHash: null })
  })
  await studio.engine.run({ trigger: 'button', full: true })
  await expectNothing(text)

  const other = await connected((given) => {
    given.server.put(given.url, 'known-elsewhere.ics', text)
    given.store.transaction((tx) =>
      tx.clients.insert({ id: clientId, name: 'Erased client', createdAt: 0, erasedAt: 1 }),
    )
  })
  expect(other.store.read.appointments.get(id)).toBeUndefined()
})

it('a deletion that waits is still sent', async () => {
  const studio = await connected()
  const { id, version, clientId } = await book(studio)
  valueOf(studio.commands.cancel({ id, version, reason: '' }))
  studio.store.transaction((tx) => forgetClient(tx, clientId, studio.clock.now))
  await studio.sync()
  expect(studio.events()).toEqual([])
})
