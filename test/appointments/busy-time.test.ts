import { expect, test } from 'vitest'
import { DAY, HOUR, type Interval } from '../../src/domain/interval.ts'
import { blockedTime, busyTime } from '../../src/main/appointments/busy-time.ts'
import {
  addAppointment,
  addBusy,
  addCalendar,
  NOW,
  openReusableStore,
  openTestStore,
} from '../support/store.ts'

const time = ({ calendarId, start, end }: Interval & { readonly calendarId: string }): string =>
  `${calendarId} ${start} ${end}`

const beyond = () => []

test('many artists’ blocked time is what blocks of their busy time, whoever’s it is', () => {
  const { store } = openReusableStore()
  const strict = addCalendar(store)
  const lenient = addCalendar(store, { freeDoesNotBlock: true })
  const calendars = [strict, lenient]
  let day = 0
  // What it came to, how a change stands, an event where the appointment is or elsewhere, short and long.
  for (const calendar of calendars)
    for (const status of ['CONFIRMED', 'CANCELLED', 'NO_SHOW'] as const)
      for (const phase of [null, 'ready', 'verify', 'held'] as const)
        for (const shift of [0, HOUR, 3 * DAY])
          for (const length of [HOUR, 5 * DAY]) {
            const start = NOW + day++ * DAY
            const { artistId } = calendar
            const own = addAppointment(store, { artistId, status, start, end: start + length })
            const placementId = own.placement?.id ?? ''
            if (phase)
              store.transaction((tx) => {
                tx.outbox.want(placementId, 'present', NOW)
                tx.outbox.update(placementId, { phase })
              })
            const moved = { start: start + shift, end: start + shift + length }
            addBusy(store, calendar.id, moved, own.placement?.caldavUid)
            addBusy(store, calendar.id, { start, end: start + HOUR, transparent: day % 2 === 0 })
          }
  let found = 0
  for (let from = NOW - 2 * DAY; from < NOW + (day + 10) * DAY; from += 11 * HOUR) {
    const span = { start: from, end: from + 5 * HOUR }
    const blocking = busyTime(store.read, beyond, calendars, span).filter(({ blocks }) => blocks)
    const blocked = (ignoring?: string): Set<string> =>
      new Set(blockedTime(store.read, beyond, calendars, span, ignoring).map(time))
    expect(blocked()).toEqual(new Set(blocking.map(time)))
    const own = blocking.find(({ appointmentId }) => appointmentId !== null)?.appointmentId
    if (own)
      expect(blocked(own)).toEqual(
        new Set(blocking.filter(({ appointmentId }) => appointmentId !== own).map(time)),
      )
    found += blocking.length
  }
  expect(found).toBeGreaterThan(300)
})

test('an appointment of many days is in the way from its first to its last', () => {
  const store = openTestStore()
  const { artistId } = addCalendar(store)
  const { appointment } = addAppointment(store, { artistId, start: NOW, end: NOW + 9 * DAY })
  for (const day of [0, 1, 5, 8.5]) {
    const asked = [NOW + day * DAY, NOW + day * DAY + HOUR] as const
    expect(store.read.appointments.overlapping([artistId], ...asked)).toMatchObject([
      { id: appointment.id },
    ])
    expect(store.read.appointments.times([artistId], ...asked)).toMatchObject([
      { id: appointment.id },
    ])
  }
  expect(store.read.appointments.times([artistId], NOW + 9 * DAY, NOW + 10 * DAY)).toEqual([])
})
