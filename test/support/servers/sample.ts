import { refused } from '../../../src/main/sample/server/faults.ts'
import { createSampleServer, type SampleServer } from '../../../src/main/sample/server/server.ts'
import { makeCalendar } from './request.ts'
import { everything, type TestServer } from './test-server.ts'

const user = 'alice'
const password = 'secret: pässword'

/** The server inside the process; `sample` gives hold of its faults, quirks and log. */
export const startSample = async (): Promise<TestServer & { readonly sample: SampleServer }> => {
  const sample = createSampleServer({
    now: Date.now,
    users: [
      { name: user, password, displayName: 'Alice' },
      { name: 'bob', password: 'hunter2', displayName: 'Bob' },
    ],
  })
  let plugIn: (() => void) | undefined
  const server = {
    name: 'sample server',
    baseUrl: sample.origin,
    user,
    password,
    homePath: `/remote.php/dav/calendars/${user}/`,
    principalPath: `/remote.php/dav/principals/users/${user}/`,
    fetch: sample.fetch,
    supports: everything,
    sample,
    unplug: async () => {
      plugIn = sample.faults.always({}, refused())
    },
    plugIn: async () => plugIn?.(),
    stop: async () => {},
  }
  return { ...server, createCalendar: async (name) => makeCalendar(server, name) }
}
