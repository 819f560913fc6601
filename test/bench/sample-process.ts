import { startSample } from '../support/servers/sample.ts'
import { serve } from '../support/servers/serve.ts'

/** The server inside the app in a process of its own, reached over HTTP. */
const server = await startSample()
const { url } = await serve(server.sample)
await server.createCalendar('bench')
process.send?.({
  url: `${url}${server.homePath}bench/`,
  user: server.user,
  password: server.password,
})
