import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientUseCases } from '../../src/main/clients/clients.ts'
import { readInput } from '../../src/main/ipc/read-input.ts'
import { draftUseCases } from '../../src/main/settings/drafts.ts'
import { openStore } from '../../src/main/store/open.ts'
import { errorOf, valueOf } from '../support/desk.ts'
import {
  addClient,
  migrations,
  NOW,
  openTestStore,
  temporaryFolder,
  ZONE,
} from '../support/store.ts'

const draft = '{"client":{"name":"Ava"},"notes":"🪡"}'

test('a draft is there after a restart, until it is cleared', () => {
  const file = join(temporaryFolder(), 'linework.db')
  const open = () => openStore({ file, migrations, now: () => NOW, zone: ZONE })
  const first = open()
  expect(draftUseCases({ store: first }).get()).toBeNull()
  draftUseCases({ store: first }).save({ draft: 'older' })
  draftUseCases({ store: first }).save({ draft })
  first.close()
  const second = open()
  expect(draftUseCases({ store: second }).get()).toBe(draft)
  draftUseCases({ store: second }).clear()
  expect(draftUseCases({ store: second }).get()).toBeNull()
  second.close()
})

test('only text of a sensible size', () => {
  expect(valueOf(readInput('drafts.save', { draft })).draft).toBe(draft)
  expect(errorOf(readInput('drafts.save', { draft: {} })).kind).toBe('invalid-input')
  const huge = { draft: 'x'.repeat(100_001) }
  expect(errorOf(readInput('drafts.save', huge)).field).toBe('draft')
})

test('what makes no sense counts as no draft', () => {
  const store = openTestStore()
  store.transaction((tx) => tx.settings.setValue('draft', 7))
  expect(draftUseCases({ store }).get()).toBeNull()
})

test('a draft for a client whose data is erased goes as well', () => {
  const store = openTestStore()
  const drafts = draftUseCases({ store })
  const clients = clientUseCases({
    store,
    now: () => NOW,
    newId: () => '',
    keepErasure: () => undefined,
  })
  const [ava, bo] = [addClient(store).id, addClient(store).id]
  drafts.save({ draft: JSON.stringify({ client: { id: ava } }) })
  valueOf(clients.erase({ id: bo }))
  expect(drafts.get()).not.toBeNull()
  valueOf(clients.erase({ id: ava }))
  expect(drafts.get()).toBeNull()
})
