import { z } from 'zod'

/** As far as it concerns push: https://github.com/nextcloud/notify_push, “Clients”. */
const capabilities = z.object({
  ocs: z.object({
    data: z.object({
      capabilities: z.object({
        notify_push: z.object({ endpoints: z.object({ websocket: z.url() }) }),
      }),
    }),
  }),
})

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

/**
 * Whether the account's password may go to `endpoint`, which the answer of `account` named. Over
 * https the account's own server speaks, and may name any host as long as that connection is
 * encrypted too. Over http anybody may have written the answer: then only to the host that has the
 * password anyway, and unencrypted only within this computer.
 */
const mayHavePassword = (endpoint: URL, account: URL): boolean => {
  if (account.protocol === 'https:') return endpoint.protocol === 'wss:'
  if (endpoint.host !== account.host) return false
  return (
    endpoint.protocol === 'wss:' || (endpoint.protocol === 'ws:' && isLoopback(account.hostname))
  )
}

/**
 * Where a server tells when something changed, by its capabilities; `answeredBy` is the address they
 * came from. Null where it does not, or not in a way a password may travel.
 */
export const pushEndpoint = (answer: unknown, answeredBy: string): string | null => {
  const read = capabilities.safeParse(answer)
  if (!read.success) return null
  const endpoint = new URL(read.data.ocs.data.capabilities.notify_push.endpoints.websocket)
  endpoint.hash = ''
  return mayHavePassword(endpoint, new URL(answeredBy)) ? endpoint.href : null
}
