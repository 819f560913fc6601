import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afternoonZone } from './afternoon.ts'
import { launchLinework } from './electron.ts'
import { handsOn, type Hands } from './window.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const wide: Size = { width: 1440, height: 900 }
const narrow: Size = { width: 1024, height: 700 }

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder for the pictures.')
mkdirSync(folder, { recursive: true })

/** Opens the window with a fresh folder, and takes what `scenes` show in every size and theme. */
const withWindow = async (
  args: string[],
  scenes: (hands: Hands, take: (name: string) => Promise<void>) => Promise<void>,
): Promise<void> => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-screens-'))
  const {
    app,
    window: page,
    close,
  } = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--password-store=basic', ...args],
    env: { TZ: afternoonZone() },
  })
  const resize = async (size: Size): Promise<void> => {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, size)
    await page.waitForFunction((width) => innerWidth === width, size.width)
  }
  const take = async (name: string): Promise<void> => {
    for (const size of [narrow, wide]) {
      await resize(size)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        // Off everything that looks different under the pointer.
        await page.mouse.move(0, 0)
        const file = `${name}-${size.width}-${colorScheme}.png`
        await page.screenshot({ path: join(folder, file), animations: 'disabled' })
      }
    }
  }
  try {
    await resize(wide)
    await scenes(handsOn(page), take)
  } finally {
    await close()
    rmSync(userData, { recursive: true, force: true })
  }
}

await withWindow([], async (hands, take) => {
  await hands.field('Studio name').fill('Black Fern Tattoo')
  await take('first-run')
  await hands.button('Next: choose a PIN').click()
  await hands.button('Connect to Nextcloud').click()
  await take('first-run-connect')
  await hands.page.getByRole('radio', { name: 'Use an app password' }).click()
  await hands.field('Nextcloud address').fill('https://cloud.black-fern.invalid')
  await hands.field('User name').fill('desk')
  await hands.field('App password').fill('not a real one')
  await hands.page.keyboard.press('Enter')
  await hands.page.getByRole('alert').waitFor()
  await take('first-run-failed')
})

await withWindow(['--sample'], async (hands, take) => {
  const { page } = hands
  await hands.reads(/^Synced|conflict/)
  await take('calendar')
  for (const view of ['Week', 'List']) {
    await page.getByRole('radio', { name: view }).click()
    await take(`calendar-${view.toLowerCase()}`)
  }
  await page.getByRole('radio', { name: 'Day' }).click()

  await hands.button(/^New booking/).click()
  await hands.choose('Artist', 'Rosa Delmar')
  await hands.typeStart('16:00')
  await page.getByRole('combobox', { name: 'Client' }).fill('Nora Whitfield')
  await page.getByRole('option').last().click()
  await hands.field('Description').fill('Fern along the forearm')
  const checked = page.getByRole('status').filter({ hasText: 'just now' })
  await checked.filter({ hasText: 'Dentist' }).waitFor()
  await hands
    .button(/with Rosa Delmar$/)
    .first()
    .waitFor()
  await take('booking-taken')
  await hands
    .button(/with Rosa Delmar$/)
    .first()
    .click()
  await checked.filter({ hasText: 'Free' }).waitFor()
  await take('booking-free')
  await hands.panel('New booking').getByRole('button', { name: 'Close' }).click()
  await hands.button('Discard').click()

  await hands.go('Requests')
  await checked.first().waitFor()
  await take('requests')
  await hands.go('Clients')
  await page.getByRole('option', { name: /^Daniel Osei/ }).click()
  await page.getByRole('article', { name: 'Daniel Osei' }).waitFor()
  await take('clients')
  await hands.go('Sync')
  await take('sync')
  await hands.go('Settings')
  await take('settings')
  await hands.button(/^Jonas Behr/).click()
  await hands.button('Test connection').first().click()
  await hands.reads('Everything works.')
  await take('settings-test')
})
