import { expect, test } from 'vitest'
import { pushEndpoint } from '../../src/main/notify/endpoint.ts'

const naming = (websocket: unknown) => ({
  ocs: { data: { capabilities: { notify_push: { type: ['files'], endpoints: { websocket } } } } },
})

test.each([
  ['https://cloud.example/ocs', 'wss://cloud.example/push/ws'],
  ['https://cloud.example/ocs', 'wss://push.example:8443/ws'],
  ['http://cloud.example/ocs', 'wss://cloud.example/push/ws'],
  ['http://127.0.0.1:8080/ocs', 'ws://127.0.0.1:8080/push/ws'],
  ['http://localhost:8080/ocs', 'ws://localhost:8080/push/ws'],
  ['http://[::1]:8080/ocs', 'ws://[::1]:8080/push/ws'],
])('%s may name %s', (answeredBy, endpoint) => {
  expect(pushEndpoint(naming(endpoint), answeredBy)).toBe(endpoint)
})

test.each([
  ['https://cloud.example/ocs', 'ws://cloud.example/push/ws'],
  ['https://cloud.example/ocs', 'https://cloud.example/push/ws'],
  ['https://127.0.0.1/ocs', 'ws://127.0.0.1/push/ws'],
  ['http://cloud.example/ocs', 'ws://cloud.example/push/ws'],
  ['http://cloud.example/ocs', 'wss://push.example/ws'],
  ['http://127.0.0.1:8080/ocs', 'ws://127.0.0.1:9090/push/ws'],
  ['http://127.0.0.1.evil.example/ocs', 'ws://127.0.0.1.evil.example/push/ws'],
])('%s may not name %s', (answeredBy, endpoint) => {
  expect(pushEndpoint(naming(endpoint), answeredBy)).toBeNull()
})

test.each([
  ['no push', { ocs: { data: { capabilities: { dav: {} } } } }],
  ['an empty list, as PHP writes nothing', { ocs: { data: { capabilities: [] } } }],
  ['no web address', naming('somewhere')],
  ['a number', naming(7)],
  ['nothing', null],
])('%s is no endpoint', (_name, answer) => {
  expect(pushEndpoint(answer, 'https://cloud.example/ocs')).toBeNull()
})

test('what follows a # is not sent along', () => {
  expect(pushEndpoint(naming('wss://cloud.example/ws#x'), 'https://cloud.example/')).toBe(
    'wss://cloud.example/ws',
  )
})
