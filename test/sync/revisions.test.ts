import { expect, it } from 'vitest'
import { MINUTE } from '../../src/domain/interval.ts'
import { booking, valueOf } from '../support/desk.ts'
import { connected, only, type TestStudio } from '../support/studio.ts'

/** How an event tells its revisions: RFC 5545 §3.8.7. */
const revision = (studio: TestStudio) => {
  const { text } = only(studio)
  const line = (name: string): string | undefined =>
    new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim()
  return {
    sequence: line('SEQUENCE'),
    created: line('CREATED'),
    stamp: line('DTSTAMP'),
    modified: line('LAST-MODIFIED'),
  }
}

const later = (studio: TestStudio): void => {
  studio.clock.now += MINUTE
}

/** The booking is entered at 9:00 UTC and sent a minute later. */
const sent = async () => {
  const studio = await connected()
  const { id } = valueOf(studio.commands.create(booking(studio.artist.id)))
  later(studio)
  await studio.sync()
  const describe = (description: string): void => {
    const { version } = studio.view(id)
    valueOf(studio.commands.update({ id, version, changes: { description }, overrule: false }))
  }
  return { studio, describe }
}

it('a new event is revision 0, made when it was entered and written when it is sent', async () => {
  const { studio } = await sent()
  expect(revision(studio)).toEqual({
    sequence: '0',
    created: '20260304T090000Z',
    stamp: '20260304T090100Z',
    modified: '20260304T090100Z',
  })
})

it('each change that is sent is one revision more, written when it is sent', async () => {
  const { studio, describe } = await sent()
  later(studio)
  describe('Moth')
  describe('Moths')
  later(studio)
  await studio.sync()
  expect(revision(studio)).toEqual({
    sequence: '1',
    created: '20260304T090000Z',
    stamp: '20260304T090300Z',
    modified: '20260304T090300Z',
  })
})

it('what the artist has revised is counted on from there', async () => {
  const { studio, describe } = await sent()
  studio.edit(only(studio).file, (text) =>
    text
      .replace('SEQUENCE:0', 'SEQUENCE:7')
      .replaceAll('T140000', 'T150000')
      .replaceAll('T160000', 'T170000'),
  )
  describe('Moth')
  await studio.sync()
  expect(revision(studio)).toMatchObject({ sequence: '8', stamp: '20260304T090100Z' })
})
