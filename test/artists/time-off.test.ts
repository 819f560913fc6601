import { expect, test } from 'vitest'
import { DAY } from '../../src/domain/interval.ts'
import { questions } from '../../src/contract/questions.ts'
import { timeOffUseCases } from '../../src/main/artists/time-off.ts'
import { at, booking, errorOf, openTestDesk, valueOf } from '../support/desk.ts'
import { addArtist, NOW } from '../support/store.ts'

const open = () => {
  const desk = openTestDesk()
  return { ...desk, timeOff: timeOffUseCases(desk) }
}

test('time off is listed where it overlaps, the studio’s for every artist', () => {
  const { timeOff, store, artistId } = open()
  const other = addArtist(store).id
  const own = valueOf(timeOff.create({ artistId, start: at(12), end: at(13), reason: 'Dentist' }))
  const holiday = valueOf(timeOff.close({ start: at(13), end: at(24), reason: 'Holiday' }))
  expect(timeOff.list({ from: NOW, to: NOW + DAY })).toEqual([own, holiday])
  expect(timeOff.list({ from: NOW, to: NOW + DAY, artistId: other })).toEqual([holiday])
  expect(timeOff.list({ from: at(11), to: at(12), artistId })).toEqual([])
  expect(timeOff.list({ from: at(12), to: at(13), artistId })).toEqual([own])
  valueOf(timeOff.remove({ id: own.id }))
  valueOf(timeOff.remove({ id: own.id }))
  expect(timeOff.list({ from: NOW, to: NOW + DAY })).toEqual([holiday])
})

test('it needs an artist who exists and an end after the start', () => {
  const { timeOff, artistId } = open()
  const unknown = { artistId: booking(artistId).id, start: at(12), end: at(13), reason: '' }
  expect(errorOf(timeOff.create(unknown)).kind).toBe('not-found')
  const { input } = questions['timeOff.create']
  expect(input.safeParse({ artistId, start: at(13), end: at(13) }).success).toBe(false)
})

test('availability and free starts honour it; staff may book all the same', () => {
  const { timeOff, availability, commands, artistId } = open()
  valueOf(timeOff.close({ start: at(11), end: at(15), reason: 'Inventory' }))
  const wanted = { artistId, start: at(14), end: at(16), from: 'local' as const }
  expect(valueOf(availability.check(wanted))).toMatchObject({
    available: false,
    reason: 'time-off',
    message: 'Time off 11:00–15:00 (Inventory)',
    overrulable: true,
  })
  const slots = availability.slots({ artistId, minutes: 60, from: NOW, count: 1 })
  expect(valueOf(slots)).toEqual([{ artistId, start: at(15), end: at(16) }])

  expect(errorOf(commands.create(booking(artistId))).kind).toBe('outside-hours')
  valueOf(commands.create(booking(artistId, { overrule: true })))
})

test('a day the studio is closed is the admin’s to make and to take back', () => {
  const { timeOff, artistId } = open()
  const day = valueOf(timeOff.close({ start: at(11), end: at(15), reason: 'Inventory' }))
  const own = valueOf(timeOff.create({ artistId, start: at(12), end: at(13), reason: '' }))
  expect(errorOf(timeOff.remove({ id: day.id })).kind).toBe('not-allowed')
  valueOf(timeOff.reopen({ id: own.id }))
  expect(timeOff.list({ from: NOW, to: NOW + DAY })).toEqual([day, own])
  valueOf(timeOff.reopen({ id: day.id }))
  expect(timeOff.list({ from: NOW, to: NOW + DAY })).toEqual([own])

  expect(questions['closedDays.create'].who).toBe('admin')
  expect(questions['closedDays.remove'].who).toBe('admin')
  const staffs = questions['timeOff.create'].input
  expect(staffs.safeParse({ artistId: null, start: at(12), end: at(13) }).success).toBe(false)
})

test('an artist who is removed takes the time off along', () => {
  const { timeOff, store } = open()
  const { id } = addArtist(store)
  valueOf(timeOff.create({ artistId: id, start: at(12), end: at(13), reason: '' }))
  store.transaction((tx) => tx.artists.remove(id))
  expect(timeOff.list({ from: NOW, to: NOW + DAY })).toEqual([])
})
