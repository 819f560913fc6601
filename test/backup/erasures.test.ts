import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eraseAgain, erasuresIn, keepErasure } from '../../src/main/clients/erasures.ts'
import { StoreError } from '../../src/main/store/errors.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { addAppointment, addClient, NOW, openTestStore, temporaryFolder } from '../support/store.ts'
import { openProgram } from '../support/surviving.ts'

const openWithBackup = async () => {
  const program = await openProgram()
  const { ask } = program
  const ava = valueOf(await ask('clients.create', { name: 'Ava Chen', phone: '+49 30 5550 1234' }))
  valueOf(await ask('clients.create', { name: 'Ben Ito' }))
  const backup = valueOf(await ask('backups.now'))
  valueOf(await ask('clients.erase', { id: ava.id }))
  const names = async (): Promise<string[]> =>
    valueOf(await ask('clients.list', {})).map(({ name }) => name)
  return { ...program, ava, backup, names }
}

test('a restore does not bring back who was erased since', async () => {
  const { ask, ava, backup, names } = await openWithBackup()
  const preview = valueOf(await ask('backups.preview', { file: backup.file }))
  expect([preview.erasedSince, preview.clients]).toEqual([
    0,
    { back: 0, lost: 0, changed: 0, examples: [] },
  ])
  valueOf(await ask('backups.restore', { file: backup.file }))
  expect(await names()).toEqual(['Ben Ito'])
  expect(kindOf(await ask('clients.get', { id: ava.id }))).toBe('not-found')
})

test('nor does the way back from a damaged database, or an empty studio', async () => {
  const { ava, backup, folder, file, close } = await openWithBackup()
  await close()
  writeFileSync(file, 'not a database')
  const again = await openProgram(folder)
  valueOf(await again.ask('recovery.restore', { file: backup.file }))
  expect(valueOf(await again.ask('clients.list', {})).map(({ name }) => name)).toEqual(['Ben Ito'])
  await again.close()
  writeFileSync(file, 'not a database')
  const empty = await openProgram(folder)
  valueOf(await empty.ask('recovery.startEmpty'))
  expect(valueOf(await empty.ask('clients.list', {}))).toEqual([])
  expect(kindOf(await empty.ask('clients.get', { id: ava.id }))).toBe('not-found')
})

test('what is kept beside the database says nothing about a person', async () => {
  const { ava, folder } = await openWithBackup()
  const kept = readFileSync(join(folder, 'erased-clients.json'), 'utf8')
  expect(JSON.parse(kept)).toEqual([ava.id])
})

test('a booking that was still to come in the backup keeps no name either', () => {
  const store = openTestStore()
  const { id } = addClient(store, { name: 'Ava Chen' })
  const { appointment } = addAppointment(store, { clientId: id, description: 'Fern' })
  store.transaction((tx) => eraseAgain(tx, [id, id], NOW))
  expect(store.read.appointments.view(appointment.id)).toMatchObject({
    clientName: 'Erased client',
    description: '',
  })
})

test('whoever the backup never knew is not made again of an event', () => {
  const store = openTestStore()
  store.transaction((tx) => eraseAgain(tx, ['gone'], NOW))
  expect(store.read.clients.get('gone')).toMatchObject({ name: 'Erased client', erasedAt: NOW })
  expect(store.read.clients.search('', 10)).toEqual([])
})

test('a note that cannot be written is said, and a broken one is as good as none', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'erased-clients.json'), '[1, "a"')
  expect(erasuresIn(folder)).toEqual([])
  keepErasure(folder, 'b')
  expect(erasuresIn(folder)).toEqual(['b'])
  expect(() => keepErasure(join(folder, 'erased-clients.json'), 'c')).toThrow(StoreError)
})
