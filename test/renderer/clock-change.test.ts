import { expect, test } from 'vitest'
import { clockChangeOn } from '../../src/renderer/calendar/clock-change.ts'

test.each([
  ['America/Denver', '2026-03-08', { kind: 'missing', from: 120, to: 180 }],
  ['America/Denver', '2026-11-01', { kind: 'twice', from: 60, to: 120 }],
  ['America/Denver', '2026-11-02', null],
  ['Europe/Berlin', '2026-03-29', { kind: 'missing', from: 120, to: 180 }],
  ['Europe/Berlin', '2026-10-25', { kind: 'twice', from: 120, to: 180 }],
  ['Australia/Lord_Howe', '2026-04-05', { kind: 'twice', from: 90, to: 120 }],
  ['America/Havana', '2026-03-08', { kind: 'missing', from: 0, to: 60 }],
  ['Etc/GMT+7', '2026-03-08', null],
])('where the clocks change in %s on %s', (zone, date, change) => {
  expect(clockChangeOn(date, zone)).toEqual(change)
})
