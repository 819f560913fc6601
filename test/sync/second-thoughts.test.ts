import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { connectionError, lostAnswer } from '../../src/main/sample/server/faults.ts'
import { valueOf } from '../support/desk.ts'
import { addArtist, addCalendar } from '../support/store.ts'
import { book, connected, only, type TestStudio } from '../support/studio.ts'

/** A booking whose event is in the calendar while the desk does not know yet that it arrived. */
const bookUnverified = async (studio: TestStudio) => {
  studio.server.faults.next({ method: 'PUT' }, lostAnswer())
  const view = await book(studio)
  expect(view.delivery).toBe('sending')
  expect(studio.events()).toHaveLength(1)
  return view
}

const later = async (studio: TestStudio): Promise<void> => {
  studio.clock.now += 20 * MINUTE
  await studio.sync()
  await studio.sync()
}

describe('a change of mind while a write is on its way', () => {
  it('cancels what arrived meanwhile: nobody but the desk changed it', async () => {
    const studio = await connected()
    const { id, version } = await bookUnverified(studio)
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await later(studio)
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent', trouble: null })
    expect(studio.notices()).toEqual([])
  })

  it('cancels a booking whose last change arrived meanwhile', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    studio.server.faults.next({ method: 'PUT' }, lostAnswer())
    const approved = valueOf(studio.commands.approve({ id, version, overrule: false }))
    await studio.sync()
    valueOf(studio.commands.cancel({ id, version: approved.version, reason: '' }))
    await later(studio)
    expect(studio.events()).toEqual([])
    expect(studio.view(id)).toMatchObject({ status: 'CANCELLED', delivery: 'sent', trouble: null })
  })

  it('moves it to another artist and leaves nothing behind', async () => {
    const studio = await connected()
    const url = studio.server.mkcalendar({ user: 'desk', name: 'jonas' })
    const { id: artistId } = addArtist(studio.store, { name: 'Jonas', ink: 2 })
    addCalendar(studio.store, {
      artistId,
      accountId: studio.account.id,
      url,
      lastSuccessAt: null,
    })
    const { id, version } = await bookUnverified(studio)
    valueOf(studio.commands.update({ id, version, changes: { artistId }, overrule: false }))
    await later(studio)
    expect(studio.events()).toEqual([])
    expect(studio.server.list(url)).toHaveLength(1)
    expect(studio.view(id)).toMatchObject({ artistId, delivery: 'sent', trouble: null })
  })

  it('stands again though its deletion, given up long ago, arrives late', async () => {
    const studio = await connected()
    const { id, version } = await book(studio)
    const late: (() => Promise<unknown>)[] = []
    studio.server.faults.next({ method: 'DELETE' }, (_, carryOut) => {
      late.push(carryOut)
      throw connectionError('ECONNRESET', 'read ECONNRESET')
    })
    const cancelled = valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await studio.sync()
    await studio.sync()
    valueOf(studio.commands.undo({ id, version: cancelled.version }))
    await late[0]?.()
    await later(studio)
    expect(studio.events()).toHaveLength(1)
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', delivery: 'sent', trouble: null })
    expect(studio.notices()).toEqual([])
  })

  it('keeps what the artist did to it in between, and asks', async () => {
    const studio = await connected()
    const { id, version } = await bookUnverified(studio)
    studio.edit(only(studio).file, (text) => text.replace('Fern sleeve', 'Fern, half sleeve'))
    valueOf(studio.commands.cancel({ id, version, reason: '' }))
    await later(studio)
    expect(studio.events()).toHaveLength(1)
    expect(studio.view(id).trouble?.kind).toBe('changed-there')
  })
})

/** A booking that is over and its event deleted, where the server never takes that UID again, as Nextcloud. */
const over = async (status: 'COMPLETED' | 'NO_SHOW') => {
  const studio = await connected()
  studio.server.quirks.trashBin = true
  const { id } = await book(studio)
  valueOf(studio.commands.approve({ id, version: studio.view(id).version, overrule: false }))
  valueOf(studio.commands.mark({ id, version: studio.view(id).version, status }))
  await studio.sync()
  studio.server.remove(studio.url, only(studio).file)
  await studio.sync()
  expect(studio.view(id)).toMatchObject({ status, delivery: 'sent', trouble: null })
  return { studio, id, version: studio.view(id).version }
}

describe('a change of mind about a booking that is over, whose event the artist has deleted', () => {
  it.each(['COMPLETED', 'NO_SHOW'] as const)(
    'puts %s back into the calendar as a new event when the client is here after all',
    async (status) => {
      const { studio, id, version } = await over(status)
      valueOf(studio.commands.mark({ id, version, status: 'ARRIVED' }))
      await studio.sync()
      expect(studio.view(id)).toMatchObject({
        status: 'ARRIVED',
        delivery: 'sent',
        trouble: null,
        calendar: { uid: only(studio).uid },
      })
    },
  )

  it.each(['COMPLETED', 'NO_SHOW'] as const)(
    'leaves the calendar alone where %s only gets other words',
    async (status) => {
      const { studio, id, version } = await over(status)
      const changes = { description: 'Moth' }
      valueOf(studio.commands.update({ id, version, changes, overrule: false }))
      await studio.sync()
      expect(studio.events()).toEqual([])
      expect(studio.view(id)).toMatchObject({ status, delivery: 'sent', trouble: null })
    },
  )
})
