import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cut, hold, lostAnswer, refused } from '../../src/main/sample/server/faults.ts'
import { eventText } from '../support/servers/events.ts'
import { basicAuth, request } from '../support/servers/request.ts'
import { startSample } from '../support/servers/sample.ts'
import { serve } from '../support/servers/serve.ts'

type Sample = Awaited<ReturnType<typeof startSample>>

describe('the fetch of the sample server', () => {
  let server: Sample
  let headers: Record<string, string>
  beforeEach(async () => {
    server = await startSample()
    headers = { Authorization: basicAuth(server.user, server.password) }
  })

  it('stands in for the real one', async () => {
    const standIn: typeof globalThis.fetch = server.fetch
    const wellKnown = `${server.baseUrl}/.well-known/caldav`
    const followed = await standIn(wellKnown, { method: 'PROPFIND', headers })
    expect([followed.status, followed.url]).toEqual([207, `${server.baseUrl}/remote.php/dav/`])
    await expect(standIn(wellKnown, { redirect: 'error' })).rejects.toThrow(TypeError)
    const asRequest = await standIn(new Request(wellKnown, { redirect: 'manual' }))
    expect(asRequest.status).toBe(301)
  })

  it('reaches no other host', async () => {
    await expect(server.fetch('https://example.org/')).rejects.toMatchObject({
      cause: { code: 'ENOTFOUND' },
    })
  })

  it('gives up with the signal’s reason', async () => {
    const reason = new Error('no longer wanted')
    await expect(server.fetch(server.baseUrl, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    )
    const controller = new AbortController()
    const held = hold()
    server.sample.faults.next({}, held.fault)
    const pending = server.fetch(server.baseUrl, { signal: controller.signal })
    await held.reached
    controller.abort(reason)
    await expect(pending).rejects.toBe(reason)
    held.release()
  })
})

describe('the sample server over HTTP', () => {
  let server: Sample
  let served: Awaited<ReturnType<typeof serve>>
  const ask = async (method: string, path: string, body?: string): Promise<string> => {
    const overHttp = { ...server, baseUrl: served.url, fetch: globalThis.fetch }
    const answer = await request(overHttp, method, path, body === undefined ? {} : { body })
    return `${answer.status} ${answer.body}`.trim()
  }
  beforeEach(async () => {
    server = await startSample()
    served = await serve(server.sample)
  })
  afterEach(async () => served.close())

  it('is the same server', async () => {
    const calendar = await server.createCalendar('work')
    const path = `${new URL(calendar).pathname}a.ics`
    const text = eventText('a', ['SUMMARY:Zoë'])
    expect(await ask('PUT', path, text)).toBe('201')
    expect(await ask('GET', path)).toBe(`200 ${text}`.trim())
    expect(await ask('HEAD', path)).toBe('200')
    expect(await ask('DELETE', path)).toBe('204')
    expect(server.sample.list(calendar)).toEqual([])
  })

  it.each([
    ['refused', refused],
    ['lost', lostAnswer],
    ['cut', cut],
  ])('breaks its connections too: %s', async (_name, fault) => {
    server.sample.faults.next({}, fault())
    await expect(ask('PROPFIND', server.homePath)).rejects.toThrow(/fetch failed|terminated/)
    expect(await ask('PROPFIND', server.homePath)).toMatch(/^207 /)
  })
})
