import { describe, expect, it } from 'vitest'
import { at } from '../support/desk.ts'
import { addCalendar } from '../support/store.ts'
import { book, connected, only } from '../support/studio.ts'

const later = (text: string): string =>
  text.replaceAll('T140000', 'T180000').replaceAll('T160000', 'T190000')

describe('a copy of a booking’s event', () => {
  it('under another name in the same calendar blocks, and its end is not the booking’s', async () => {
    const studio = await connected()
    const { id } = await book(studio)
    const { text } = only(studio)
    studio.server.put(studio.url, 'copy.ics', later(text))
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ start: at(14), trouble: null })
    expect(studio.store.read.busy.overlapping([studio.calendar.id], at(18), at(19))).toHaveLength(1)

    studio.server.remove(studio.url, 'copy.ics')
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', start: at(14) })
  })

  it('in another calendar of the artist’s is somebody’s event', async () => {
    const studio = await connected()
    const url = studio.server.mkcalendar({ user: 'desk', name: 'private' })
    const { id: accountId } = studio.account
    const { id: artistId } = studio.artist
    addCalendar(studio.store, { artistId, accountId, url, role: 'blocking', lastSuccessAt: null })
    const { id } = await book(studio)
    const { file, text } = only(studio)
    studio.server.put(url, file, later(text))
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ start: at(14), trouble: null, delivery: 'sent' })

    studio.server.remove(url, file)
    await studio.sync()
    expect(studio.view(id)).toMatchObject({ status: 'PENDING', start: at(14) })
  })
})
