import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { portOf } from '../support/servers/process.ts'
import { startRadicale } from '../support/servers/radicale.ts'
import type { TestServer } from '../support/servers/test-server.ts'
import { handsOn, type Hands } from '../support/window.ts'

/** A web server that knows nothing of calendars: the same page for whatever is asked. */
const startWeb = async (status: number): Promise<Server> => {
  const web = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' })
    response.end('<!doctype html><title>Welcome</title><p>Please accept our terms.</p>')
  })
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  return web
}

const addressOf = (web: Server): string => `http://127.0.0.1:${portOf(web)}`

describe('a sign-in that does not work', () => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-sign-in-'))
  let server: TestServer
  let portal: Server
  let elsewhere: Server
  let running: RunningLinework
  let hands: Hands

  beforeAll(async () => {
    server = await startRadicale()
    portal = await startWeb(200)
    elsewhere = await startWeb(404)
    running = await launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic'] })
    running.window.setDefaultTimeout(20_000)
    hands = handsOn(running.window)
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700),
    )
    await hands.field('Studio name').fill('Black Fern')
    await hands.button('Next: choose a PIN').click()
    await hands.button('Connect to Nextcloud').click()
    await hands.page.getByRole('radio', { name: 'Use an app password' }).click()
  })
  afterAll(async () => {
    await running.close()
    portal.close()
    elsewhere.close()
    await server.stop()
    rmSync(userData, { recursive: true, force: true })
  })

  const tries = [
    {
      what: 'a wrong password',
      address: () => server.baseUrl,
      password: 'not this one',
      says: 'did not accept the user name or the app password.',
    },
    {
      what: 'the address of another web site',
      address: () => addressOf(elsewhere),
      password: 'secret',
      says: 'answered with something that is not a calendar.',
    },
    {
      what: 'a page in place of a calendar server',
      address: () => addressOf(portal),
      password: 'secret',
      says: 'answered with something that is not a calendar.',
    },
    {
      what: 'a server that is not running',
      address: () => 'http://127.0.0.1:9',
      password: 'secret',
      says: 'cannot be reached.',
    },
    {
      what: 'a host that does not exist',
      address: () => 'https://cloud.black-fern.invalid',
      password: 'secret',
      says: 'cannot be reached.',
    },
    {
      what: 'an address that is none',
      address: () => 'our cloud',
      password: 'secret',
      says: 'This is not a web address.',
    },
  ]

  it.each(tries)('with $what gives a sentence and keeps what was typed', async (attempt) => {
    const typed = { address: attempt.address(), user: server.user, password: attempt.password }
    await hands.field('Server address').fill(typed.address)
    await hands.field('User name').fill(typed.user)
    await hands.field('App password').fill(typed.password)
    await hands.button('Sign in and look for calendars').click()
    // Every sentence names the host it is about, so that none is taken for the one before.
    const { host } = new URL(URL.canParse(typed.address) ? typed.address : 'none:')
    await hands.reads(host ? `${host} ${attempt.says}` : attempt.says)
    const covered = await hands.page.getByRole('alert').evaluateAll((alerts) =>
      alerts.filter((alert) => {
        const { left, right, bottom } = alert.getBoundingClientRect()
        return !alert.contains(document.elementFromPoint((left + right) / 2, bottom - 4))
      }),
    )
    expect(covered).toEqual([])
    expect({
      address: await hands.field('Server address').inputValue(),
      user: await hands.field('User name').inputValue(),
      password: await hands.field('App password').inputValue(),
    }).toEqual(typed)
  })

  it('leaves no account behind, and the right sign-in goes on', async () => {
    await server.createCalendar('Mara')
    await hands.field('Server address').fill(server.baseUrl)
    await hands.field('App password').fill(server.password)
    await hands.button('Sign in and look for calendars').click()
    await hands.button('Connect and test').click()
    await hands.reads('Works, with a warning')
    await hands.button('Open the calendar').click()
    await hands.reads(/^Synced/)
    await hands.go('Settings')
    await hands.button('Accounts').click()
    expect(await hands.button('Sign in again').count()).toBe(1)
  })
})
