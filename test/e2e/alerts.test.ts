import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { status } from '../../src/main/sample/server/faults.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { openMailServer, type MailServer } from '../support/servers/mail.ts'
import { startSample } from '../support/servers/sample.ts'
import { serve } from '../support/servers/serve.ts'
import { handsOn, type Hands } from '../support/window.ts'

const polling = { timeout: 20_000, interval: 200 }

describe('a studio whose calendar server goes away', () => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-alerts-'))
  let server: Awaited<ReturnType<typeof startSample>>
  let served: Awaited<ReturnType<typeof serve>>
  let mail: MailServer
  let running: RunningLinework
  let hands: Hands

  beforeAll(async () => {
    server = await startSample()
    served = await serve(server.sample)
    await server.createCalendar('Mara')
    mail = await openMailServer({ users: { desk: 'mail-secret' } })
    running = await launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic'] })
    running.window.setDefaultTimeout(20_000)
    hands = handsOn(running.window)
    await hands.field('Studio name').fill('Black Fern')
    await hands.button('Next: choose a PIN').click()
    await hands.button('Connect to Nextcloud').click()
    await hands.page.getByRole('radio', { name: 'Use an app password' }).click()
    await hands.field('Server address').fill(served.url)
    await hands.field('User name').fill(server.user)
    await hands.field('App password').fill(server.password)
    await hands.page.keyboard.press('Enter')
    await hands.button('Connect and test').click()
    await hands.button('Open the calendar').click()
    await hands.reads(/^Synced/)
  })
  afterAll(async () => {
    await running.close()
    await served.close()
    await mail.close()
    rmSync(userData, { recursive: true, force: true })
  })

  const card = (): Locator => hands.page.getByRole('article', { name: 'Mara' })
  const subjects = (): string[] =>
    mail.received.map(({ source }) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? '')

  it('enters the mail server, is told of a wrong password, and sends a test', async () => {
    await hands.go('Settings')
    await hands.button('Notifications').click()
    await hands.page.getByRole('switch', { name: 'Send mails' }).press('Space')
    await hands.reads('The name of the mail server is missing.')
    await hands.field('Mail server').fill('127.0.0.1')
    await hands.choose('Encryption', 'None')
    await hands.field('Port').fill(String(mail.port))
    await hands.page.getByLabel('User name').fill('desk')
    await hands.page.getByLabel('Password', { exact: true }).fill('not this one')
    await hands.field('Sender').fill('desk@black-fern.example')
    await hands.field('Recipients').fill('owner@black-fern.example')
    await hands.button('Send a test').first().click()
    await hands.reads('did not accept the user name or the password.')

    await hands.page.getByLabel('Password', { exact: true }).fill('mail-secret')
    await hands.button('Send a test').first().click()
    await expect.poll(subjects, polling).toEqual(['Black Fern: This is a test'])
    await hands.reads(/^Last message sent/)
    await hands.page.getByRole('switch', { name: 'Send mails' }).press('Space')
    await hands.page.getByRole('switch', { name: 'Send mails', checked: true }).waitFor()
  })

  it('gets one mail after three failed runs, and one when it is over', async () => {
    const { faults } = server.sample
    faults.next({ times: 1_000 }, status(500))
    await hands.go('Sync')
    for (let run = 1; run <= 3; run += 1) {
      await hands.button('Sync now').click()
      await expect.poll(() => card().innerText(), polling).toMatch(`Failures, 24 h\n${run}\n`)
    }
    await expect
      .poll(subjects, polling)
      .toContain('Black Fern: Mara: the calendar is not being synchronised')
    faults.clear()
    await hands.button('Sync now').click()
    await hands.reads(/^Synced/)
    await expect
      .poll(subjects, polling)
      .toEqual([
        'Black Fern: This is a test',
        'Black Fern: Mara: the calendar is not being synchronised',
        'Black Fern: Mara: the calendar is synchronised again',
      ])
  })

  it('shows the failure in figures, and its log can be copied', async () => {
    await hands.reads('Server errors')
    await hands.page.getByTitle('Details').first().click()
    await hands.button('Copy').click()
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(JSON.parse(copied)).toMatchObject({ direction: 'pull', calendar: 'Mara' })
  })
})
