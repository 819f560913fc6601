import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afternoonZone } from './afternoon.ts'
import { launchLinework } from './electron.ts'
import { withPalette } from './palette-png.ts'
import { card, ways } from './ways.ts'
import { handsOn, type Hands } from './window.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const wide: Size = { width: 1440, height: 900 }
const narrow: Size = { width: 1024, height: 700 }

type Looks = readonly (readonly [Size, 'light' | 'dark'])[]

const everyLook: Looks = [
  [narrow, 'light'],
  [narrow, 'dark'],
  [wide, 'light'],
  [wide, 'dark'],
]

/** Enough for a dialog, which looks much the same over every screen. */
const twoLooks: Looks = [
  [narrow, 'dark'],
  [wide, 'light'],
]

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder for the pictures.')
mkdirSync(folder, { recursive: true })

/** Opens the window with a fresh folder, and takes what `scenes` show in every size and theme. */
const withWindow = async (
  args: string[],
  scenes: (hands: Hands, take: (name: string, only?: Looks) => Promise<void>) => Promise<void>,
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
  const take = async (name: string, looks: Looks = everyLook): Promise<void> => {
    for (const [size, colorScheme] of looks) {
      await resize(size)
      await page.emulateMedia({ colorScheme })
      // Off everything that looks different under the pointer.
      await page.mouse.move(0, 0)
      const picture = await page.screenshot({ animations: 'disabled' })
      writeFileSync(join(folder, `${name}-${size.width}-${colorScheme}.png`), withPalette(picture))
    }
    await resize(wide)
    await page.emulateMedia({ colorScheme: 'light' })
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

/** Pictured above in every look. */
const pictured = /^the (day|week|list|requests|clients|sync|artists)$/

// Every other screen and dialog.
await withWindow(['--sample'], async (hands, take) => {
  await card(hands).waitFor()
  for (const [name, way] of Object.entries(ways).filter(([known]) => !pictured.test(known))) {
    await way(hands)
    await take(name.replaceAll(/[^a-z0-9]+/gi, '-'), twoLooks)
    await hands.page.reload()
    await hands.button(/^New booking|^Continue draft/).waitFor()
  }
})
