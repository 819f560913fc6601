import { createTransport, type Transport } from '../../src/main/caldav/transport.ts'
import { basicAuth } from '../support/servers/request.ts'

export interface Account {
  readonly user: string
  readonly password: string
}

export interface BareAnswer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

/** Requests without an engine around them: what the server itself takes. */
export const openBare = ({ user, password }: Account) => {
  const transport: Transport = createTransport({ bodyLimit: 512 * 2 ** 20, idleMs: 300_000 })
  const ask = async (
    method: string,
    url: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<BareAnswer> => {
    const response = await transport(url, {
      method,
      headers: { authorization: basicAuth(user, password), ...headers },
      ...(body !== undefined && { body }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const xml = (method: string, url: string, depth: string, body: string): Promise<BareAnswer> =>
    ask(method, url, { depth, 'content-type': 'application/xml; charset=utf-8' }, body)

  return {
    ask,
    xml,
    put: (url: string, text: string): Promise<BareAnswer> =>
      ask('PUT', url, { 'content-type': 'text/calendar; charset=utf-8' }, text),
    close: () => transport.close(),
  }
}

export type Bare = ReturnType<typeof openBare>

/** Runs the jobs, at most `size` at a time. */
export const atOnce = async (
  size: number,
  jobs: readonly (() => Promise<unknown>)[],
): Promise<void> => {
  const next = jobs[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (const job of next) await job()
  }
  await Promise.all(Array.from({ length: size }, worker))
}

/** What every request below expects; anything else would make the figures worthless. */
export const expectStatus = (answer: BareAnswer, ...statuses: number[]): BareAnswer => {
  if (!statuses.includes(answer.status))
    throw new Error(`The server answered ${answer.status}: ${answer.text.slice(0, 300)}`)
  return answer
}
