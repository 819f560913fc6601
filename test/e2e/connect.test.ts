import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http, { type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { serveLoginFlow } from '../support/servers/login-flow.ts'
import { startRadicale } from '../support/servers/radicale.ts'
import type { TestServer } from '../support/servers/test-server.ts'
import { handsOn, type Hands } from '../support/window.ts'

/** Hands every request on to another server, as a web server in front of it does. */
const inFrontOf =
  ({ baseUrl }: Pick<TestServer, 'baseUrl'>): RequestListener =>
  (request, response) => {
    const { method, headers, url = '/' } = request
    const { host: _, ...others } = headers
    const passed = http.request(new URL(url, baseUrl), { method, headers: others }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  }

/** One studio that signs in with the browser: each step stands on the one before. */
describe('connecting with the browser', () => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-connect-'))
  let radicale: TestServer
  let cloud: Awaited<ReturnType<typeof serveLoginFlow>>
  let running: RunningLinework
  let hands: Hands

  /** The pages that were opened in the person's browser, in place of which there is none here. */
  const opened = (): Promise<string[]> =>
    running.app.evaluate(() => Reflect.get(globalThis, 'openedOutside'))

  const lookSound = async (): Promise<void> =>
    expect(await findingsInBothThemes(hands.page)).toEqual([])

  beforeAll(async () => {
    radicale = await startRadicale()
    await radicale.createCalendar('Mara bookings')
    await radicale.createCalendar('Mara private')
    await radicale.createCalendar('Jonas')
    cloud = await serveLoginFlow({ username: radicale.user, otherwise: inFrontOf(radicale) })
    cloud.behaviour.password = radicale.password
    running = await launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic'] })
    running.window.setDefaultTimeout(20_000)
    await running.app.evaluate(({ shell }) => {
      const pages: string[] = []
      Reflect.set(globalThis, 'openedOutside', pages)
      shell.openExternal = async (url) => void pages.push(url)
    })
    hands = handsOn(running.window)
  })
  let failed = ''
  beforeEach(({ task, onTestFailed }) => {
    if (failed) throw new Error(`Not tried, because of “${failed}”`)
    onTestFailed(() => {
      failed ||= task.name
    })
  })
  afterAll(async () => {
    await running.close()
    await cloud.stop()
    await radicale.stop()
    rmSync(userData, { recursive: true, force: true })
  })

  it('opens the server’s page in the browser and waits', async () => {
    await hands.field('Studio name').fill('Black Fern')
    await hands.button('Next: choose a PIN').click()
    await hands.button('Connect to Nextcloud').click()
    await hands.field('Server address').fill(cloud.baseUrl)
    await lookSound()
    await hands.button('Open the browser').click()
    await hands.reads(`Waiting for you at ${new URL(cloud.baseUrl).host}`)
    expect(await opened()).toEqual([`${cloud.baseUrl}/index.php/login/v2/flow/1`])
    await lookSound()
  })

  it('can be stopped, and keeps what was typed', async () => {
    await hands.button('Stop waiting').click()
    expect(await hands.field('Server address').inputValue()).toBe(cloud.baseUrl)
    expect(await hands.page.getByRole('alert').count()).toBe(0)
  })

  it('goes on once the person has agreed there', async () => {
    await hands.button('Open the browser').click()
    await hands.reads(/^Waiting for you/)
    cloud.agree()
    await hands.page.getByRole('heading', { name: 'Whose calendar is it?' }).waitFor()
    await hands.button(/^New artist: Mara Whose calendar is Mara bookings/).waitFor()
    await hands.button(/^New artist: Mara Whose calendar is Mara private/).waitFor()
    await lookSound()
  })

  it('connects the calendars and tests each', async () => {
    await hands.button('Connect and test').click()
    const tests = hands.page.getByRole('list', { name: 'Connected calendars' })
    await expect
      .poll(() => tests.getByText('Works, with a warning').count(), { timeout: 20_000 })
      .toBe(3)
    await lookSound()
    await hands.button('Open the calendar').click()
    await hands.reads(/^Synced/)
    await hands.page.getByRole('group', { name: /^Mara/ }).first().waitFor()
  })

  it('shows the password nowhere in the window', async () => {
    const html = await hands.page.content()
    expect(html).not.toContain(radicale.password)
  })

  it('signs in again with the browser, and finds no calendar twice', async () => {
    await hands.go('Settings')
    await lookSound()
    await hands.button('Test all').click()
    await hands.button('Test all').waitFor()
    await hands.button('Accounts').click()
    await hands.button('Find calendars').click()
    await hands.reads(/no calendars that are not connected/)
    await hands.button('Cancel').click()
    await hands.button('Sign in again').click()
    await hands.button('Sign in with the browser').click()
    await hands.reads(/^Waiting for you/)
    cloud.agree()
    await hands.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('withdraws the app password when the account is removed', async () => {
    const withdrawn = once(cloud.events, 'withdrawn')
    await hands.button('Remove').click()
    await hands.page
      .getByRole('alertdialog')
      .or(hands.page.getByRole('dialog'))
      .getByRole('button', { name: 'Remove' })
      .click()
    expect(await withdrawn).toEqual([radicale.password])
    await hands.reads('No accounts yet')
  })
})
