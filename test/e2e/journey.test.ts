import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dateAt, instantOn, weekdayOf } from '../../src/domain/zone.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { eventText } from '../support/servers/events.ts'
import { startRadicale } from '../support/servers/radicale.ts'
import type { TestServer } from '../support/servers/test-server.ts'
import { handsOn, type Hands } from '../support/window.ts'
import { openPhone, type Phone } from './phone.ts'

const zone = 'Europe/Berlin'
const sunday = 6

/** The next day on which a new artist works; never today, whose hours may be over. */
const tomorrow = addDays(dateAt(Date.now(), zone), 1)
const days = weekdayOf(tomorrow) === sunday ? 2 : 1
const date = addDays(tomorrow, days - 1)

/** A wall-clock hour of that day as iCalendar has it in UTC. */
const utc = (hour: number): string =>
  new Date(instantOn(date, hour * 60, zone)).toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** Pixels of an hour in the day's columns. */
const HOUR_HEIGHT = 96

const polling = { timeout: 20_000, interval: 200 }

/** One studio from its first minute on: each step stands on the one before. */
describe('a studio’s first days', () => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-journey-'))
  let server: TestServer
  let mara: Phone
  let jonas: Phone
  let running: RunningLinework
  let hands: Hands

  const open = async (): Promise<void> => {
    running = await launchLinework({
      userData,
      // The same words on every computer, and never the keyring of whoever runs this.
      args: ['--lang=en-GB', '--password-store=basic'],
      env: { TZ: zone },
    })
    running.window.setDefaultTimeout(20_000)
    hands = handsOn(running.window)
  }
  beforeAll(async () => {
    server = await startRadicale()
    mara = openPhone(server, await server.createCalendar('Mara bookings'))
    jonas = openPhone(server, await server.createCalendar('Jonas'))
    await open()
  })
  let failed = ''
  beforeEach(async ({ task, onTestFailed }) => {
    if (failed) throw new Error(`Not tried, because of “${failed}”`)
    onTestFailed(async () => {
      failed ||= task.name
      await running.window.screenshot({ path: `out/failed/${task.name}.png` })
    })
  })
  afterAll(async () => {
    await running.close()
    await server.stop()
    rmSync(userData, { recursive: true, force: true })
  })

  const form = (): Locator => hands.panel(/^(New|Change) booking$/)
  const verdict = (words: string | RegExp): Promise<void> =>
    form().getByRole('status').filter({ hasText: words }).first().waitFor()
  const column = (artist: string): Locator =>
    hands.page.getByRole('group', { name: `${artist}, ${date}` })
  const card = (artist: string, name: string | RegExp): Locator =>
    column(artist).getByRole('button', { name })

  const showTheDay = async (): Promise<void> => {
    await hands.button('Today').click()
    for (let day = 0; day < days; day += 1) await hands.button('Next day').click()
  }

  const newClient = async (name: string, description: string): Promise<void> => {
    await form().getByRole('combobox', { name: 'Client' }).fill(name)
    await hands.page.getByRole('option', { name: `New client “${name}”` }).click()
    await hands.field('Description').fill(description)
  }

  it('signs in, and says what is wrong while keeping what was typed', async () => {
    await hands.field('Studio name').fill('Black Fern')
    await hands.button('Next: choose a PIN').click()
    await hands.button('Connect to Nextcloud').click()
    await hands.page.getByRole('radio', { name: 'Use an app password' }).click()
    await hands.field('Server address').fill(server.baseUrl)
    await hands.field('User name').fill(server.user)
    await hands.field('App password').fill('not this one')
    await hands.page.keyboard.press('Enter')
    await hands.page
      .getByRole('alert')
      .filter({ hasText: 'did not accept the user name or the app password' })
      .waitFor()
    expect(await hands.field('Server address').inputValue()).toBe(server.baseUrl)
    expect(await hands.field('User name').inputValue()).toBe(server.user)

    await hands.field('App password').fill(server.password)
    await hands.button('Sign in and look for calendars').click()
    await hands.page.getByRole('heading', { name: 'Whose calendar is it?' }).waitFor()
  })

  it('matches the calendars found to artists and shows their day', async () => {
    await hands.button(/^New artist: Mara Whose calendar is Mara bookings/).waitFor()
    await hands.button(/^New artist: Jonas Whose calendar is Jonas/).waitFor()
    await hands.button('Connect and test').click()
    await hands.button('Open the calendar').click()
    await hands.reads(/^Synced/)
    await showTheDay()
    await column('Mara').waitFor()
    await column('Jonas').waitFor()
  })

  it('tests the connection step by step', async () => {
    await hands.go('Settings')
    await hands.button(/^Mara Cobalt/).click()
    await hands.panel('Mara').getByRole('button', { name: 'Test connection' }).click()
    await hands.reads('It works, with a warning.')
    const steps = await hands.panel('Mara').getByRole('listitem').allInnerTexts()
    expect(steps.join()).toContain('Bookings can be written and removed.')
    expect(steps.filter((step) => /\bfailed\b/.test(step))).toEqual([])
    await hands.go('Calendar')
  })

  it('shows what the artist put into the calendar, and books nothing over it', async () => {
    await mara.put(
      'dentist.ics',
      eventText('dentist', [`DTSTART:${utc(12)}`, `DTEND:${utc(14)}`, 'SUMMARY:Dentist']),
    )
    await hands.button('Sync now').click()
    await column('Mara')
      .getByRole('img', { name: 'Dentist, 12:00–14:00, in the artist’s calendar' })
      .waitFor()

    await hands.page.keyboard.press('n')
    await hands.choose('Artist', 'Mara')
    await hands.typeStart('13:00')
    await verdict(/Overlaps “Dentist” 12:00–14:00/)
    await verdict(/Checked with Mara’s calendar just now/)
    expect(await form().getByRole('button', { name: 'Save as request' }).isDisabled()).toBe(true)
    await form().getByRole('button', { name: 'Jonas' }).waitFor()
    await form()
      .getByRole('button', { name: /14:00 with Mara/ })
      .click()
    await verdict(/Free 14:00–16:00/)
  })

  it('writes a request into the artist’s calendar', async () => {
    await newClient('Ava Chen', 'Fern sleeve')
    await form().getByRole('button', { name: 'Save as request' }).click()
    await card('Mara', /^Ava Chen, 14:00–16:00, Fern sleeve, Request/).waitFor()
    await expect.poll(mara.titles, polling).toEqual(['Dentist', 'REQUEST: Ava Chen - Fern sleeve'])
    expect((await mara.event('Ava Chen')).text).toContain('STATUS:TENTATIVE')
    await hands.panel('Ava Chen').getByText('In the artist’s calendar').waitFor()
  })

  it('takes the prefix away when the request is approved', async () => {
    await hands.go('Requests')
    const request = hands.page.getByRole('region', { name: 'Ava Chen' })
    await request.getByRole('status').filter({ hasText: 'Free 14:00–16:00' }).waitFor()
    await request.getByRole('button', { name: /^Approve .*14:00/ }).click()
    await expect.poll(mara.titles, polling).toEqual(['Ava Chen - Fern sleeve', 'Dentist'])
    expect((await mara.event('Ava Chen')).text).toContain('STATUS:CONFIRMED')
    await hands.reads('No requests')
    await hands.go('Calendar')
    await card('Mara', /^Ava Chen, 14:00–16:00, Fern sleeve, Confirmed/).waitFor()
  })

  it('follows the artist who moves it, and says so', async () => {
    await hands.panel('Ava Chen').getByText('In the artist’s calendar').waitFor()
    await mara.change(await mara.event('Ava Chen'), (text) =>
      text.replace('T160000', 'T180000').replace('T140000', 'T160000'),
    )
    await hands.button('Sync now').click()
    await card('Mara', /^Ava Chen, 16:00–18:00/).waitFor()
    await hands.button(/^Notices, 1 new/).click()
    await hands.button(/Mara moved Ava Chen from .*14:00.* to .*16:00/).click()
    await hands
      .panel('Ava Chen')
      .getByRole('heading', { name: /16:00–18:00/ })
      .waitFor()
  })

  it('cancels what the artist deletes, and keeps it in the history', async () => {
    await mara.remove(await mara.event('Ava Chen'))
    await hands.button('Sync now').click()
    await hands.panel('Ava Chen').getByText('Deleted in the calendar').waitFor()
    await card('Mara', /^Ava Chen, 16:00–18:00, Fern sleeve, Cancelled/).waitFor()
    expect(await mara.titles()).toEqual(['Dentist'])
  })

  it('offers the time that was freed, beside what was cancelled', async () => {
    await column('Mara').click({ position: { x: 40, y: 16 * HOUR_HEIGHT + 4 } })
    await verdict(/^Free 16:00–18:00/)
    await form().getByRole('button', { name: 'Close' }).click()
  })

  it('makes one booking of two quick clicks, at the free time that was clicked', async () => {
    await column('Jonas').click({ position: { x: 40, y: 15 * HOUR_HEIGHT + 4 } })
    await verdict(/^Free 15:00–17:00/)
    await newClient('Ben Osei', 'Swallow')
    const save = await form().getByRole('button', { name: 'Save as request' }).boundingBox()
    if (!save) throw new Error('There is no button to save.')
    const { mouse } = hands.page
    await mouse.move(save.x + save.width / 2, save.y + save.height / 2)
    await mouse.down()
    await mouse.up()
    await hands.panel('Ben Osei').getByRole('button', { name: 'Approve' }).waitFor()
    await mouse.down({ clickCount: 2 })
    await mouse.up({ clickCount: 2 })
    await expect.poll(jonas.titles, polling).toEqual(['REQUEST: Ben Osei - Swallow'])
    await card('Jonas', /^Ben Osei, 15:00–17:00, Swallow, Request/).waitFor()
    expect(await column('Jonas').getByRole('button').count()).toBe(1)
    await hands.panel('Ben Osei').getByText('In the artist’s calendar').waitFor()
    await hands.panel('Ben Osei').getByRole('button', { name: 'Close' }).click()
  })

  it('books while the server is away, and sends it once when it is back', async () => {
    await server.unplug()
    await hands.page.getByRole('radio', { name: 'Day' }).click()
    await hands.page.keyboard.press('n')
    await hands.choose('Artist', 'Mara')
    await hands.typeStart('14:30')
    await verdict(/Offline/)
    await newClient('Cleo Diaz', 'Moth')
    await form().getByRole('button', { name: 'Confirm' }).click()
    await card('Mara', /^Cleo Diaz, 14:30–16:30, Moth, Confirmed/).waitFor()
    await hands.panel('Cleo Diaz').getByText('Waiting to be sent to the calendar').waitFor()
    await hands.button('Sync now').click()
    await hands.reads('Offline, 1 change waiting')

    await server.plugIn()
    await hands.button('Sync now').click()
    await hands.panel('Cleo Diaz').getByText('In the artist’s calendar').waitFor()
    await hands.button('Sync now').click()
    await hands.reads(/^Synced/)
    expect(await mara.titles()).toEqual(['Cleo Diaz - Moth', 'Dentist'])
  })

  it('keeps everything over a restart, and asks for the password where no keyring kept it', async () => {
    await running.close()
    await open()
    await showTheDay()
    await card('Mara', /^Cleo Diaz, 14:30–16:30, Moth, Confirmed/).waitFor()
    await hands.button('Sign in').click()
    await hands.reads('Password needed')
    await hands.button('Sign in again').click()
    const dialog = hands.page.getByRole('dialog', { name: /^Sign in again/ })
    await dialog.getByRole('textbox', { name: 'New app password' }).fill(server.password)
    await dialog.getByRole('button', { name: 'Sign in again' }).click()
    await hands.reads(/^Password in memory only/)
    await hands.reads(/^Synced/)
    expect(await mara.titles()).toEqual(['Cleo Diaz - Moth', 'Dentist'])
  })
})
