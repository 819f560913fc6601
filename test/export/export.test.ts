import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientUseCases } from '../../src/main/clients/clients.ts'
import { writeCsv } from '../../src/main/export/csv.ts'
import { exportUseCases } from '../../src/main/export/save.ts'
import type { FileSuggestion } from '../../src/main/export/write-file.ts'
import { busyIntervals } from '../../src/main/ical/busy.ts'
import { at, errorOf, valueOf } from '../support/desk.ts'
import {
  addAppointment,
  addCalendar,
  addClient,
  NOW,
  openTestStore,
  temporaryFolder,
  ZONE,
} from '../support/store.ts'

const day = { from: at(0), to: at(24) }

const now = () => NOW

const open = () => {
  const store = openTestStore()
  const folder = temporaryFolder()
  const asked: FileSuggestion[] = []
  const place = { path: (name: string): string | null => join(folder, name) }
  const clients = clientUseCases({ store, now, newId: randomUUID, keepErasure: () => undefined })
  const exporting = exportUseCases({
    store,
    now,
    chooseFile: async (suggestion) => {
      asked.push(suggestion)
      return place.path(suggestion.name)
    },
    exportClient: clients.export,
  })
  const calendar = addCalendar(store)
  const { artistId } = calendar
  const clientId = addClient(store, {
    name: 'Núñez, "José"',
    email: 'jose@example.org',
    phone: '+49 170 1',
  }).id
  const add = (row: Parameters<typeof addAppointment>[1] = {}) =>
    addAppointment(store, { artistId, clientId, ...row })
  return { store, folder, asked, place, exporting, artistId, clientId, add }
}

test('no cell is a formula, and every cell comes back as it was', () => {
  const cells = [
    '=1+1',
    '+49',
    '-1',
    '@x',
    '\tx',
    '\rx',
    'a,b',
    'say "hi"',
    'two\r\nlines',
    '',
    "'x",
  ]
  expect(writeCsv([cells])).toBe(
    `'=1+1,'+49,'-1,'@x,'\tx,"'\rx","a,b","say ""hi""","two\r\nlines",,'x\r\n`,
  )
})

test('the days’ bookings as a table, in the studio’s time', () => {
  const { exporting, add } = open()
  add({ description: '=HYPERLINK("http://x")', depositCents: 5050, depositState: 'paid' })
  add({ start: at(17), end: at(18), status: 'CANCELLED', notes: 'Ill' })
  add({ start: at(24), end: at(25) })
  const lines = valueOf(exporting.csv(day)).split('\r\n')
  expect(lines).toEqual([
    'Date,Start,End,Artist,Client,Email,Phone,Description,Status,Deposit,Deposit state,Notes',
    `2026-03-04,14:00,16:00,Mara Voss,"Núñez, ""José""",jose@example.org,'+49 170 1,"'=HYPERLINK(""http://x"")",CONFIRMED,50.50,paid,`,
    `2026-03-04,17:00,18:00,Mara Voss,"Núñez, ""José""",jose@example.org,'+49 170 1,Fern sleeve,CANCELLED,,none,Ill`,
    '',
  ])
})

test('the days’ bookings as one calendar that reads back as the same time', () => {
  const { exporting, add } = open()
  const { placement } = add({ status: 'PENDING' })
  add({ start: at(17), end: at(18) })
  add({ start: at(19), end: at(20), status: 'CANCELLED' })
  const text = valueOf(exporting.ics(day))
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
  expect(text).toContain(`UID:${placement?.caldavUid}`)
  expect(text).not.toContain('jose@example.org')
  const { busy, warnings } = busyIntervals(text, { zone: ZONE, ...day })
  expect(warnings).toEqual([])
  expect(busy).toMatchObject([
    {
      start: at(14),
      end: at(16),
      title: 'REQUEST: Núñez, "José" - Fern sleeve',
      status: 'TENTATIVE',
    },
    { start: at(17), end: at(18), status: 'CONFIRMED' },
  ])
})

test('one artist’s only; days without a booking are refused', () => {
  const { exporting, add, artistId } = open()
  add()
  expect(valueOf(exporting.csv({ ...day, artistId })).split('\r\n')).toHaveLength(3)
  const nobody = { ...day, artistId: randomUUID() }
  expect(errorOf(exporting.csv(nobody)).kind).toBe('not-found')
  expect(errorOf(exporting.ics(nobody)).kind).toBe('not-found')
})

test('saved where a person says', async () => {
  const { exporting, add, asked, folder, clientId } = open()
  add()
  expect(valueOf(await exporting.save({ kind: 'csv', ...day })).file).toBe(
    'bookings-2026-03-04-to-2026-03-04.csv',
  )
  expect(readFileSync(join(folder, asked[0]?.name ?? ''), 'utf8')).toMatch(/^\uFEFFDate,/)
  valueOf(await exporting.save({ kind: 'ics', ...day }))
  expect(readFileSync(join(folder, asked[1]?.name ?? ''), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/)
  const { file } = valueOf(await exporting.save({ kind: 'client', id: clientId }))
  expect(file).toBe('client-nunez-jose.json')
  expect(JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8'))).toMatchObject({
    client: { email: 'jose@example.org' },
    appointments: [{ description: 'Fern sleeve' }],
  })
})

test('a change of mind saves nothing; what cannot be written says so', async () => {
  const { exporting, add, asked, place, folder } = open()
  expect(errorOf(await exporting.save({ kind: 'csv', ...day })).kind).toBe('not-found')
  expect(asked).toEqual([])
  add()
  place.path = () => null
  expect(valueOf(await exporting.save({ kind: 'csv', ...day }))).toEqual({ file: null })
  place.path = (name) => join(folder, name)
  mkdirSync(join(folder, 'bookings-2026-03-04-to-2026-03-04.csv'))
  expect(errorOf(await exporting.save({ kind: 'csv', ...day })).kind).toBe('not-allowed')
  place.path = () => join(folder, 'nowhere', 'file.csv')
  expect(errorOf(await exporting.save({ kind: 'csv', ...day })).kind).toBe('not-allowed')
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})
