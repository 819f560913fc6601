import { expect } from 'vitest'
import { connectionError, type Fault } from '../../src/main/sample/server/faults.ts'
import type { DavRequest } from '../../src/main/sample/server/http.ts'
import type { SampleServer } from '../../src/main/sample/server/server.ts'

/**
 * One exchange: what has to be asked (as `told` says it), and the answer. Without an answer the server
 * inside the process carries it out.
 */
export type Step = string | readonly [asked: string, answer: Fault]

const has = (request: DavRequest, name: string): string => request.headers.get(name) ?? ''

const what = (request: DavRequest): string => {
  const body = new TextDecoder().decode(request.body)
  if (request.method === 'PROPFIND') return has(request, 'depth')
  if (request.method !== 'REPORT') return ''
  if (body.includes('sync-collection')) return /sync-token>[^<]/.test(body) ? 'since' : 'all'
  if (body.includes('calendar-multiget')) return `${body.split('href>').length >> 1} texts`
  return 'query'
}

/** A request in a line: `REPORT mara/ since`, `PUT mara/*.ics if-match`. Names made of ids are `*`. */
const told = (request: DavRequest): string => {
  const path = request.path.split('/').slice(5).join('/')
  const name = path.replace(/[\w-]{36}/, '*')
  const guards = ['if-match', 'if-none-match'].filter((guard) => request.headers.has(guard))
  return [request.method, name, what(request), ...guards].filter(Boolean).join(' ')
}

/**
 * Lets `work` meet a server that answers step by step: anything else it asks, and anything it does not
 * ask, fails the test.
 */
export const script = async (
  server: Pick<SampleServer, 'faults'>,
  steps: readonly Step[],
  work: () => Promise<unknown>,
): Promise<void> => {
  const expected = steps.map((step) => (typeof step === 'string' ? step : step[0]))
  const asked: string[] = []
  const stop = server.faults.always({}, (request, carryOut) => {
    const line = told(request)
    const step = steps[asked.length]
    asked.push(line)
    if (step === undefined || line !== expected[asked.length - 1])
      throw connectionError('ECONNREFUSED', `unexpected: ${line}`)
    return typeof step === 'string' ? carryOut() : step[1](request, carryOut)
  })
  await work()
  stop()
  expect(asked).toEqual(expected)
}
