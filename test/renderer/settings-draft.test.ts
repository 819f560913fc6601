import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/domain/interval.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { startOfDate } from '../../src/domain/zone.ts'
import { timeOffWhen, wholeDaysOf } from '../../src/renderer/settings/time-off-text.ts'
import {
  dropSettingsDraft,
  editSettings,
  unsavedOf,
  useSettingsDraft,
} from '../../src/renderer/stores/settings-draft.ts'

const saved = { ...defaultSettings, studioName: 'Quayside', slotMinutes: 15 }
const unsaved = () => unsavedOf(useSettingsDraft.getState().draft, saved)

describe('settings that are typed and not saved', () => {
  afterEach(dropSettingsDraft)

  it('are only what differs from what is saved', () => {
    editSettings({ studioName: 'Quayside Ink' })
    editSettings({ slotMinutes: 30, hours: structuredClone(saved.hours) })
    expect(unsaved()).toEqual({ studioName: 'Quayside Ink', slotMinutes: 30 })
    editSettings({ slotMinutes: 15 })
    expect(unsaved()).toEqual({ studioName: 'Quayside Ink' })
  })

  it('are gone when they are discarded', () => {
    editSettings({ studioName: 'Other' })
    dropSettingsDraft()
    expect(unsaved()).toEqual({})
  })
})

describe('time off in words', () => {
  const place = { zone: 'Europe/Berlin', locale: 'en-GB' }
  const start = startOfDate('2026-12-25', place.zone)

  it('is whole days where it is, over a change of the clock too', () => {
    expect(wholeDaysOf({ start, end: start + DAY }, place.zone)).toEqual({
      first: '2026-12-25',
      last: '2026-12-25',
    })
    const sunday = startOfDate('2026-10-25', place.zone)
    expect(wholeDaysOf({ start: sunday, end: sunday + 25 * HOUR }, place.zone)?.last).toBe(
      '2026-10-25',
    )
    expect(wholeDaysOf({ start, end: start + 12 * HOUR }, place.zone)).toBeNull()
  })

  it('names the year where it is not this one', () => {
    const off = { id: '', artistId: null, reason: '', start, end: start + 2 * DAY }
    expect(timeOffWhen(off, place, '2026-01-01')).toBe('Fri 25 Dec – Sat 26 Dec')
    expect(timeOffWhen(off, place, '2025-01-01')).toBe('Fri 25 Dec 2026 – Sat 26 Dec 2026')
    expect(timeOffWhen({ ...off, end: start + 3 * HOUR }, place, '2026-01-01')).toBe(
      'Fri 25 Dec, 00:00–03:00',
    )
  })
})
