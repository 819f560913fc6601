import type { Hands } from './window.ts'

export type Way = (hands: Hands) => Promise<unknown>

/** Presses keys outside fields, one after the other. */
const press =
  (...keys: string[]): Way =>
  async ({ page }) => {
    for (const key of keys) await page.keyboard.press(key)
  }

const section =
  (name: string | RegExp): Way =>
  async ({ page, go }) => {
    await go('Settings')
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name }).click()
  }

const dialog = ({ page }: Hands) => page.getByRole('dialog').first().waitFor()

const clientDialog =
  (opener: string): Way =>
  async (hands) => {
    await hands.go('Clients')
    await hands.button(opener).click()
    await dialog(hands)
  }

/** A card of the sample studio that is there on every day it runs. */
export const card = ({ page }: Hands) => page.getByRole('button', { name: /^Hanna Voss/ }).first()

/** Every screen and dialog of the sample studio, by the keys and clicks that lead there from anywhere. */
export const ways: Record<string, Way> = {
  'the day': press('d'),
  'the week': press('w'),
  'the list': press('l'),
  'the day to go to': async (hands) => {
    await press('d', 'g')(hands)
    await dialog(hands)
  },
  'the booking form': async (hands) => {
    await press('d', 'n')(hands)
    await hands.choose('Artist', 'Mara Lindqvist')
    await hands.button('Add').click()
    await hands.page
      .getByRole('status')
      .filter({ hasText: /calendar|past/ })
      .first()
      .waitFor()
  },
  'a booking': async (hands) => {
    await press('d')(hands)
    await card(hands).click()
    await hands.panel('Hanna Voss').waitFor()
  },
  'a card’s menu': async (hands) => {
    await press('d')(hands)
    await card(hands).click({ button: 'right' })
    await hands.page.getByRole('menu').waitFor()
  },
  'the dialog to move': async (hands) => {
    await press('d')(hands)
    await card(hands).click({ button: 'right' })
    await hands.page.getByRole('menuitem', { name: 'Move…' }).click()
    await dialog(hands)
  },
  'the filter by artist': async (hands) => {
    await press('d')(hands)
    await hands.button('All 6 artists').click()
    await hands.page.getByRole('menu').waitFor()
  },
  'the palette': async (hands) => {
    await press('Control+k')(hands)
    await hands.page.getByRole('combobox').fill('rosa th')
    await hands.page.getByRole('option').first().waitFor()
  },
  'all keys': async (hands) => {
    await press('?')(hands)
    await dialog(hands)
  },
  'the day sheet': async (hands) => {
    await press('Control+p')(hands)
    await dialog(hands)
  },
  'the export': async (hands) => {
    await press('Control+k')(hands)
    await hands.page.getByRole('combobox').fill('export')
    await press('Enter')(hands)
    await hands.page.getByRole('dialog', { name: 'Export bookings' }).waitFor()
  },
  'the notices': async (hands) => {
    await hands.button(/^Notices/).click()
    await dialog(hands)
  },
  'some days to sync': async (hands) => {
    await hands.button('Sync one artist or some days').click()
    await hands.page.getByRole('menuitem', { name: 'Some days…' }).click()
    await dialog(hands)
  },
  'the requests': async ({ page, go }) => {
    await go('Requests')
    await page.getByText('Times the client would take').waitFor()
  },
  'a time to propose': async (hands) => {
    await hands.go('Requests')
    await hands.button(/^Propose another time/).click()
    await hands.page
      .getByRole('button', { name: / with / })
      .first()
      .waitFor()
  },
  'a refusal': async (hands) => {
    await hands.go('Requests')
    await hands.button(/^Decline…/).click()
    await dialog(hands)
  },
  'the clients': async ({ go, reads }) => {
    await go('Clients')
    await reads('Upcoming')
  },
  'a client to change': async (hands) => {
    await hands.go('Clients')
    await hands.button('Edit').click()
    await dialog(hands)
  },
  'two clients to merge': clientDialog('Merge…'),
  'a client to erase': clientDialog('Erase this person…'),
  'the sync': async ({ go, reads }) => {
    await go('Sync')
    await reads('Success, 7 days')
  },
  'the studio’s settings': section('Studio'),
  'the artists': section(/^Artists/),
  'an artist to change': async (hands) => {
    await section(/^Artists/)(hands)
    await hands.button(/^Rosa Delmar/).click()
    await hands.panel('Rosa Delmar').getByRole('button', { name: 'Edit' }).first().click()
    await hands.button('Add a length').click()
  },
  'a calendar to add': async (hands) => {
    await section(/^Artists/)(hands)
    await hands.button(/^Rosa Delmar/).click()
    await hands.panel('Rosa Delmar').getByRole('button', { name: 'Add calendar' }).click()
    await dialog(hands)
  },
  'the time off': section('Time off'),
  'time off to add': async (hands) => {
    await section('Time off')(hands)
    await hands.button('Add time off').click()
    await hands.page.getByText('Whole days').click()
  },
  'the accounts': section('Accounts'),
  'an account to add': async (hands) => {
    await section('Accounts')(hands)
    await hands.button('Add account').click()
    await dialog(hands)
  },
  'a calendar tested': async (hands) => {
    await section(/^Artists/)(hands)
    await hands.button(/^Rosa Delmar/).click()
    const panel = hands.panel('Rosa Delmar')
    await panel.getByRole('button', { name: 'Test connection' }).first().click()
    await panel.getByRole('button', { name: 'Copy report' }).waitFor()
  },
  'a list to import': async (hands) => {
    await section(/^Artists/)(hands)
    await hands.button('Import…').click()
    await hands.field('Or paste the rows').fill('artist,colour\nNoa Berg,3\n,4')
    await hands.button('Look at the rows').click()
    await hands.reads('1 row needs correcting')
  },
  'the notifications': section('Notifications'),
  'the backups': async (hands) => {
    await section('Backups')(hands)
    await hands.reads('Backups there are')
  },
  'the certificates': section('Certificates'),
  'the sync’s settings': section('Sync'),
  'the privacy': section('Privacy'),
  'the security': section('Security'),
  'a PIN to set': async (hands) => {
    await section('Security')(hands)
    await hands.button('Set PIN').click()
    await hands.field('New PIN').fill('123x')
  },
  'the updates': section('Updates'),
  'this computer': section('This computer'),
}
