import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { status } from '../../src/main/sample/server/faults.ts'
import { askOf } from '../support/ask-window.ts'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { startSample } from '../support/servers/sample.ts'
import { serve } from '../support/servers/serve.ts'
import { handsOn, type Hands } from '../support/window.ts'

const polling = { timeout: 20_000, interval: 200 }
const pin = '24681357'

describe('an owner’s bad day', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-bad-day-'))
  const userData = join(folder, 'data')
  const [backups, calendarFiles] = [join(folder, 'backups'), join(folder, 'calendars')]
  let server: Awaited<ReturnType<typeof startSample>>
  let served: Awaited<ReturnType<typeof serve>>
  let running: RunningLinework
  let hands: Hands

  const start = async (): Promise<void> => {
    running = await launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic'] })
    running.window.setDefaultTimeout(20_000)
    hands = handsOn(running.window)
  }
  const openSection = async (name: string): Promise<void> => {
    await hands.go('Settings')
    const sections = hands.page.getByRole('navigation', { name: 'Settings' })
    await sections.getByRole('button', { name }).click()
  }
  /** The next folders that the system’s dialog is answered with; null closes it. */
  const willChoose = (...folders: (string | null)[]): Promise<void> =>
    running.app.evaluate(({ dialog }, answers) => {
      Reflect.set(dialog, 'showOpenDialog', async () => {
        const chosen = answers.shift() ?? null
        return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
      })
    }, folders)

  beforeAll(async () => {
    for (const made of [backups, calendarFiles]) mkdirSync(made)
    server = await startSample()
    served = await serve(server.sample)
    await server.createCalendar('Mara')
    await start()
    await hands.field('Studio name').fill('Black Fern')
    await hands.button('Next: choose a PIN').click()
    await hands.field('New PIN').fill(pin)
    await hands.field('The same again').fill(pin)
    await hands.button('Connect to Nextcloud').click()
    await hands.page.getByRole('radio', { name: 'Use an app password' }).click()
    await hands.field('Server address').fill(served.url.replace('http://', ''))
    await hands.field('User name').fill(server.user)
    await hands.field('App password').fill(server.password)
    await hands.page.keyboard.press('Enter')
  })
  afterAll(async () => {
    await running.close()
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says where the address lacks its http://, and connects with it', async () => {
    await hands.reads(/^No encrypted connection to 127\.0\.0\.1:\d+ is possible\.$/)
    await hands.field('Server address').fill(served.url)
    await hands.page.keyboard.press('Enter')
    await hands.button('Connect and test').click()
    await hands.reads('Works, with a warning')
    await hands.button('Open the calendar').click()
    await hands.reads(/^Synced/)
  })

  it('hands over the report of a test, and leads to another calendar where it fails', async () => {
    await openSection('Artists & calendars')
    await hands.button(/^Mara Cobalt/).click()
    const panel = hands.panel('Mara')
    server.sample.faults.next({ method: 'PUT', times: 10 }, status(403))
    await panel.getByRole('button', { name: 'Test connection' }).click()
    await hands.button('Copy report').click()
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toContain('Write and remove a probe (failed): ')
    expect(copied).not.toContain(server.password)
    await panel.getByRole('button', { name: 'Other calendar…' }).click()
    await hands.page.getByRole('radio', { name: 'Found on the server', checked: true }).waitFor()
    await hands.button('Cancel').click()
    server.sample.faults.clear()
  })

  it('gives up a change that cannot be sent, and the booking is cancelled', async () => {
    server.sample.faults.next({ times: 1_000 }, status(500))
    const ask = askOf(hands.page)
    const artists = await ask('artists.list')
    const from = Date.now() + 2 * 86_400_000
    const made = await ask('appointments.create', {
      id: crypto.randomUUID(),
      artistId: artists.ok ? (artists.value[0]?.id ?? '') : '',
      client: { name: 'Ava Chen' },
      description: 'Fern',
      start: from,
      end: from + 3_600_000,
      status: 'PENDING',
      overrule: true,
    })
    expect(made).toMatchObject({ ok: true })
    await hands.go('Sync')
    await hands.button('Give up the change of Ava Chen…').click()
    await hands.reads(/never reached the artist’s calendar\. Giving up cancels it/)
    expect(await findingsInBothThemes(hands.page)).toEqual([])
    await hands.button('Give up').click()
    await hands.reads('The change was given up.')
    await hands.reads('Everything has reached the calendars.')
    server.sample.faults.clear()
    const found = await ask('appointments.list', {
      from: Date.now(),
      to: Date.now() + 9 * 86_400_000,
    })
    const [booking] = found.ok ? found.value : []
    expect(booking).toMatchObject({ clientName: 'Ava Chen', status: 'CANCELLED' })
  })

  it('puts backups and calendar files where the system’s dialog says', async () => {
    await openSection('Backups')
    await willChoose(null, backups, calendarFiles)
    await hands.button('Choose: Where backups go').click()
    await hands.reads('In Linework’s data folder')
    await hands.button('Choose: Where backups go').click()
    await hands.reads(backups)
    await hands.button('Choose: Calendar files').click()
    await hands.button('Write them now').click()
    await hands.reads('1 file written.')
    expect(readdirSync(calendarFiles)).toEqual([expect.stringMatching(/Mara.*\.ics$/)])
    await hands.button('Back up now').click()
    await hands.reads(/^checked today/)
    expect(readdirSync(backups)).toHaveLength(1)
  })

  it('comes back from a damaged database with the PIN, from the folder that was chosen', async () => {
    await running.close()
    const handle = openSync(join(userData, 'linework.db'), 'r+')
    writeSync(handle, Buffer.alloc(20_000, 0xa7), 0, 20_000, 0)
    closeSync(handle)
    await start()
    await hands.reads('Newest backup that is whole')
    await hands.button('Restore it').click()
    const asked = hands.page.getByRole('dialog', { name: 'Enter the PIN' })
    const enter = async (digits: string): Promise<void> => {
      await asked.getByRole('textbox', { name: 'PIN' }).fill(digits)
      await hands.page.keyboard.press('Enter')
    }
    await enter('1111')
    await asked.getByText(/^This is not the PIN/).waitFor()
    expect(await findingsInBothThemes(hands.page)).toEqual([])
    await enter(pin)
    await hands.go('Clients')
    await hands.reads('Ava Chen')
    await expect
      .poll(() => readdirSync(userData).some((name) => name.includes('-damaged-')), polling)
      .toBe(true)
  })
})
