import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createVault } from '../../src/main/admin/vault.ts'
import { createTransport } from '../../src/main/caldav/transport.ts'
import { adoptGrant, removeAccount, updateAccount } from '../../src/main/calendars/accounts.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { serveLoginFlow } from '../support/servers/login-flow.ts'
import { NOW, openTestStore, ZONE } from '../support/store.ts'

let server: Awaited<ReturnType<typeof serveLoginFlow>>

beforeEach(async () => {
  server = await serveLoginFlow()
  const { stop } = server
  onTestFinished(stop)
})

/** Gives out an app password as the person in the browser would make the server do. */
const givenOut = async (password: string): Promise<void> => {
  server.behaviour.password = password
  const post = async (path: string, body = ''): Promise<unknown> =>
    (await fetch(`${server.baseUrl}/index.php/login/v2${path}`, { method: 'POST', body })).json()
  await post('')
  server.agree()
  await post(
    '/poll',
    `token=token-${server.asked.filter(({ path }) => path.endsWith('/v2')).length}`,
  )
}

const grant = (password: string, username = 'desk') => ({
  baseUrl: server.baseUrl,
  username,
  password,
})

const openDesk = () => {
  const store = openTestStore()
  const transport = createTransport()
  onTestFinished(() => transport.close())
  const vault = createVault(
    {
      isEncryptionAvailable: () => false,
      encryptString: () => Buffer.alloc(0),
      decryptString: () => '',
    },
    { read: () => null, write: () => undefined },
  )
  const desk = {
    store,
    vault,
    fetch: transport,
    now: () => NOW,
    newId: randomUUID,
    computerZone: ZONE,
  }
  return { ...desk, desk }
}

test('an account made by the browser is withdrawn at the server when it is removed', async () => {
  await givenOut('first')
  const { desk, vault } = openDesk()
  const { id } = valueOf(adoptGrant(desk, grant('first')))
  expect([vault.read(id), server.isValid('first')]).toEqual(['first', true])
  expect(valueOf(await removeAccount(desk, { id }))).toEqual({ appPassword: 'withdrawn' })
  expect([vault.read(id), server.isValid('first')]).toEqual([null, false])
})

test('a password that a person made is left alone', async () => {
  const { desk } = openDesk()
  const { id } = valueOf(adoptGrant(desk, grant('first')))
  valueOf(updateAccount(desk, { id, changes: { password: 'by hand' } }))
  await expect.poll(() => server.asked.length).toBe(1)
  expect(valueOf(await removeAccount(desk, { id }))).toEqual({ appPassword: 'theirs' })
  expect(server.asked).toHaveLength(1)
})

test('where the server fails, the account goes and the password is said to be left', async () => {
  await givenOut('first')
  const { desk, store } = openDesk()
  const { id } = valueOf(adoptGrant(desk, grant('first')))
  server.behaviour.withdraw = [500, 'text/plain', '']
  expect(valueOf(await removeAccount(desk, { id }))).toEqual({ appPassword: 'left' })
  expect(store.read.accounts.all()).toEqual([])
})

test('nothing is sent for a login the server has refused', async () => {
  const { desk, store } = openDesk()
  const { id } = valueOf(adoptGrant(desk, grant('first')))
  store.transaction((tx) => tx.accounts.update(id, { frozenAt: NOW }))
  expect(valueOf(await removeAccount(desk, { id }))).toEqual({ appPassword: 'left' })
  expect(server.asked).toEqual([])
})

test('signing in again ends a freeze, and withdraws the password from before', async () => {
  await givenOut('first')
  await givenOut('second')
  const { desk, store, vault } = openDesk()
  const { id } = valueOf(adoptGrant(desk, grant('first')))
  const withdrawn = once(server.events, 'withdrawn')
  expect(valueOf(adoptGrant(desk, grant('second'), id))).toMatchObject({ id, frozen: false })
  expect(vault.read(id)).toBe('second')
  expect(await withdrawn).toEqual(['first'])
  expect(store.read.accounts.all()).toHaveLength(1)
  expect(server.isValid('second')).toBe(true)
})

test('the same login again is the same account; another user is refused for an account', () => {
  const { desk, store, vault } = openDesk()
  const { id } = valueOf(adoptGrant(desk, grant('first')))
  expect(valueOf(adoptGrant(desk, grant('second'))).id).toBe(id)
  expect(kindOf(adoptGrant(desk, grant('third', 'mara'), id))).toBe('invalid-input')
  expect(kindOf(adoptGrant(desk, grant('third'), randomUUID()))).toBe('not-found')
  expect(vault.read(id)).toBe('second')
  expect(store.read.accounts.all()).toHaveLength(1)
})
