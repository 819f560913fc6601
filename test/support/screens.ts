import { afternoonZone } from './afternoon.ts'
import { damagedStudio, emptyStudio, login, offlineStudio, staleStudio } from './screens-studios.ts'
import { twoLooks, withWindow } from './screens-window.ts'
import { card, ways } from './ways.ts'

await withWindow({}, async (hands, take) => {
  await hands.field('Studio name').fill('Black Fern Tattoo')
  await take('first-run')
  await hands.button('Next: choose a PIN').click()
  await hands.button('Connect to Nextcloud').click()
  await take('first-run-connect')
  await hands.page.getByRole('radio', { name: 'Use an app password' }).click()
  await hands.field('Server address').fill('https://cloud.black-fern.invalid')
  await hands.field('User name').fill('desk')
  await hands.field('App password').fill('not a real one')
  await hands.page.keyboard.press('Enter')
  await hands.page.getByRole('alert').waitFor()
  await take('first-run-failed')
})

await withWindow({ args: ['--sample'] }, async (hands, take) => {
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
  await page.getByRole('heading', { level: 2, name: 'Log' }).waitFor()
  await take('sync')
  await hands.go('Settings')
  await hands.button(/^Jonas Behr/).waitFor()
  await take('settings')
  await hands.button(/^Jonas Behr/).click()
  await hands.button('Test connection').first().click()
  await hands.reads('Everything works.')
  await take('settings-test')
})

/** Pictured above in every look. */
const pictured = /^the (day|week|list|requests|clients|sync|artists)$/

// Every other screen and dialog.
await withWindow({ args: ['--sample'] }, async (hands, take) => {
  await card(hands).waitFor()
  // The booking form leaves a draft, which every screen speaks of.
  const last = 'the booking form'
  const others = Object.keys(ways).filter((name) => name !== last && !pictured.test(name))
  for (const name of [...others, last]) {
    const way = ways[name]
    if (!way) continue
    await way(hands)
    await take(name.replaceAll(/[^a-z0-9]+/gi, '-'), twoLooks)
    await hands.page.reload()
    await hands.button(/^New booking|^Continue draft/).waitFor()
  }
})

const zone = afternoonZone()

await withWindow({ userData: offlineStudio(zone), env: login }, async (hands, take) => {
  await hands.reads(/^Offline/)
  await take('offline', twoLooks)
})

await withWindow({ userData: staleStudio(zone), env: login }, async (hands, take) => {
  await hands.reads(/^Last seen/)
  await take('stale', twoLooks)
  await hands.go('Sync')
  await hands.reads('Nextcloud is in maintenance.')
  await take('stale-sync', twoLooks)
})

await withWindow({ userData: emptyStudio(zone), env: login }, async (hands, take) => {
  await hands.reads('Connect a calendar')
  await take('empty-calendar', twoLooks)
  for (const screen of ['Requests', 'Clients', 'Sync']) {
    await hands.go(screen)
    await hands.page.getByRole('heading', { level: 1, name: screen }).waitFor()
    await hands.page.locator('h2').first().waitFor()
    await take(`empty-${screen.toLowerCase()}`, twoLooks)
  }
})

await withWindow({ userData: damagedStudio(zone) }, async (hands, take) => {
  await hands.button('Restore it').waitFor()
  await take('recovery', twoLooks)
})

await withWindow({ args: ['--sample'], language: 'de' }, async (hands, take) => {
  const { page } = hands
  const main = page.getByRole('navigation', { name: 'Hauptbereiche' })
  await card(hands).waitFor()
  await take('german-calendar', twoLooks)
  await page.keyboard.press('n')
  await hands.panel('Neue Buchung').waitFor()
  await take('german-booking', twoLooks)
  await page.keyboard.press('Escape')
  for (const [screen, name] of [
    ['requests', 'Anfragen'],
    ['sync', 'Abgleich'],
    ['settings', 'Einstellungen'],
  ] as const) {
    await main.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.locator('h2').first().waitFor()
    await page.getByText('Wird geprüft').waitFor({ state: 'detached' })
    await take(`german-${screen}`, twoLooks)
  }
})
