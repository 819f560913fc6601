import { expect, onTestFinished, test } from 'vitest'
import type { Ask } from '../../src/contract/bridge.ts'
import { readInput } from '../../src/main/ipc/read-input.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import { addCalendarAt, openAsking } from '../support/asking.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { selfSigned } from '../support/self-signed.ts'
import { serve } from '../support/servers/serve.ts'

/** A server with a certificate nobody vouches for, and one calendar. */
const serveSelfSigned = async () => {
  const certificate = selfSigned('localhost')
  const sample = createSampleServer({
    now: Date.now,
    users: [{ name: 'desk', password: 'secret', displayName: 'Desk' }],
  })
  sample.mkcalendar({ user: 'desk', name: 'mara', displayName: 'Mara' })
  const { url, close } = await serve(sample, certificate)
  onTestFinished(close)
  return { url, sample, ...certificate }
}

const testOf = async (ask: Ask, baseUrl: string) => {
  const { id } = await addCalendarAt(ask, baseUrl)
  return async () => valueOf(await ask('calendars.test', { id }))
}

test('a certificate is refused by its fingerprint, works while it is trusted, and alone', async () => {
  const server = await serveSelfSigned()
  const ask = await openAsking()
  const report = await testOf(ask, server.url)
  const { host } = new URL(server.url)
  const { fingerprint } = server
  const refusal = {
    id: 'certificate',
    outcome: 'failed',
    message: `The certificate of ${host} could not be verified. Its fingerprint is ${fingerprint}.`,
  }

  const refused = await report()
  expect(refused.passed).toBe(false)
  expect(refused.steps).toContainEqual(expect.objectContaining(refusal))
  expect(server.sample.requests).toEqual([])

  valueOf(await ask('certificates.trust', { host, fingerprint: fingerprint.toLowerCase() }))
  expect(valueOf(await ask('certificates.list'))).toMatchObject([
    { host: '127.0.0.1', fingerprint },
  ])
  expect((await report()).passed).toBe(true)

  const other = await serveSelfSigned()
  const reportOfOther = await testOf(ask, other.url)
  expect((await reportOfOther()).passed).toBe(false)
  expect(other.sample.requests).toEqual([])
  expect((await report()).passed).toBe(true)

  // Nothing is under way any more, so that what is counted below is what came after.
  valueOf(await ask('sync.run', {}))
  valueOf(await ask('certificates.revoke', { host, fingerprint }))
  // Whether the server offers hints is asked by a GET, whenever it suits.
  const writesAndReads = () => server.sample.requests.filter(({ method }) => method !== 'GET')
  const before = writesAndReads().length
  expect((await report()).steps).toContainEqual(expect.objectContaining(refusal))
  expect(writesAndReads()).toHaveLength(before)
  expect(valueOf(await ask('certificates.list'))).toEqual([])
  expect(kindOf(await ask('certificates.revoke', { host, fingerprint }))).toBe('not-found')
})

const digits = Array.from({ length: 32 }, () => '0A').join(':')

test.each([
  ['cloud.example', 'cloud.example'],
  ['Cloud.Example:8443', 'cloud.example'],
  ['[::1]:8443', '::1'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('%s is kept as the host a connection is made to', (host, kept) => {
  expect(readInput('certificates.trust', { host, fingerprint: digits })).toEqual({
    ok: true,
    value: { host: kept, fingerprint: digits },
  })
})

test.each([
  ['an address', { host: 'https://cloud.example/', fingerprint: digits }, 'host'],
  ['a user name', { host: 'desk@cloud.example', fingerprint: digits }, 'host'],
  ['nothing', { host: '', fingerprint: digits }, 'host'],
  [
    'half a fingerprint',
    { host: 'cloud.example', fingerprint: digits.slice(0, 47) },
    'fingerprint',
  ],
])('%s is refused', (_name, input, field) => {
  expect(readInput('certificates.trust', input)).toMatchObject({ ok: false, error: { field } })
})
