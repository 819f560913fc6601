import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarFileName } from '../../src/main/backup/calendar-files.ts'
import { readObject } from '../../src/main/ical/object.ts'
import { gatherCalendar } from '../../src/main/ical/gather.ts'
import { valueOf } from '../support/results.ts'
import { temporaryFolder, ZONE } from '../support/store.ts'
import { eventText } from '../support/servers/events.ts'
import { openProgram } from '../support/surviving.ts'

const window = { zone: ZONE, from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }

/** How many times are taken; each is a start and an end. */
const busyIn = (text: string): number =>
  readObject(text, window).busy.reduce((sum, { times }) => sum + times.length / 2, 0)

const componentsOf = (text: string, name: string): number =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents(name).length

const zoned = (uid: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    'DTSTART;TZID=Europe/Berlin:20260304T100000',
    'DTEND;TZID=Europe/Berlin:20260304T110000',
    'SUMMARY:Größe\\, Länge',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT5M',
    'DESCRIPTION:soon',
    'END:VALARM',
    'X-OTHER;X-P="a:b":kept',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

describe('a calendar of many objects', () => {
  it('has every event as it was written, and each zone once', () => {
    const gathered = gatherCalendar('Mara', [zoned('one'), zoned('two'), zoned('three')])
    expect(componentsOf(gathered, 'vevent')).toBe(3)
    expect(componentsOf(gathered, 'vtimezone')).toBe(1)
    expect(gathered).toContain('X-WR-CALNAME:Mara\r\n')
    const event = /BEGIN:VEVENT[^]*?END:VEVENT\r\n/
    expect(gathered).toContain(event.exec(zoned('two'))?.[0])
    expect(busyIn(gathered)).toBe(3)
  })

  it('is a calendar even of nothing, and leaves out what is torn', () => {
    const torn = zoned('torn').slice(0, -40)
    expect(componentsOf(gatherCalendar('Nobody', []), 'vevent')).toBe(0)
    const gathered = gatherCalendar('Mara', [torn, zoned('whole')])
    expect(componentsOf(gathered, 'vevent')).toBe(1)
    expect(gathered).toContain('UID:whole')
  })

  it('keeps tasks, overrides and files without a line break at their end', () => {
    const task = eventText('task', ['SUMMARY:Order needles'])
      .replaceAll('VEVENT', 'VTODO')
      .trimEnd()
    const series = zoned('series').replace(
      'END:VCALENDAR',
      'BEGIN:VEVENT\r\nUID:series\r\nRECURRENCE-ID:20260311T090000Z\r\nDTSTART:20260311T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR',
    )
    const gathered = gatherCalendar('Mara', [task, series])
    expect(componentsOf(gathered, 'vtodo')).toBe(1)
    expect(componentsOf(gathered, 'vevent')).toBe(2)
  })

  it('gives the busy time of the corpus, file by file', () => {
    const folder = join(import.meta.dirname, '../../../shared/data/ics')
    const files = readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => path.endsWith('.ics') && statSync(path).isFile())
    expect(files.length).toBeGreaterThan(100)
    for (const path of files) {
      const text = readFileSync(path, 'utf8')
      if (readObject(text, window).warnings.length > 0) continue
      expect([path, busyIn(gatherCalendar('x', [text]))]).toEqual([path, busyIn(text)])
    }
  })
})

describe('the files', () => {
  it('have names that every system takes, and no two the same', () => {
    expect(calendarFileName('Ilka Petrova', new Set())).toBe('Ilka-Petrova.ics')
    expect(calendarFileName('../x:y|z', new Set())).toBe('x-y-z.ics')
    expect(calendarFileName('***', new Set())).toBe('artist.ics')
    expect(calendarFileName('Mara', new Set(['mara.ics']))).toBe('Mara-2.ics')
  })

  it('are written into the folder that was chosen, over the last ones', async () => {
    const folder = temporaryFolder()
    const { ask } = await openProgram(undefined, { chooseFolder: async () => folder })
    valueOf(await ask('backups.chooseFolder', { which: 'calendarFolder' }))
    valueOf(await ask('backups.exportEvery', { interval: 'daily' }))
    expect(valueOf(await ask('backups.exportNow'))).toBe(0)
    const artist = valueOf(await ask('artists.create', { name: 'Mara Voss' }))
    const login = { baseUrl: 'https://cloud.invalid', username: 'desk', password: 'x' }
    const account = valueOf(await ask('accounts.create', login))
    valueOf(
      await ask('calendars.create', {
        artistId: artist.id,
        accountId: account.id,
        role: 'booking',
        calendarId: 'mara',
      }),
    )
    expect(valueOf(await ask('backups.exportNow'))).toBe(1)
    expect(readdirSync(folder)).toEqual(['Mara-Voss.ics'])
    expect(valueOf(await ask('backups.state'))).toMatchObject({
      plan: { calendarFolder: folder, calendars: 'daily' },
      lastExportAt: expect.any(Number),
    })
    valueOf(await ask('backups.forgetFolder', { which: 'calendarFolder' }))
    expect(valueOf(await ask('backups.state')).plan.calendars).toBe('off')
  })
})
