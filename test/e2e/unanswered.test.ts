import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askOf } from '../support/ask-window.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { valueOf } from '../support/results.ts'
import { card } from '../support/ways.ts'
import { handsOn } from '../support/window.ts'

let running: RunningLinework
let userData: string
let database: Database.Database
beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'linework-unanswered-'))
  running = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--sample', '--password-store=basic'],
  })
  await card(handsOn(running.window)).waitFor()
  database = new Database(join(userData, 'sample/linework.db'), { timeout: 20_000 })
})
afterAll(async () => {
  database.close()
  await running.close()
  rmSync(userData, { recursive: true, force: true })
})

it.each([
  { screen: 'Clients', table: 'clients', shows: 'Daniel Osei' },
  { screen: 'Requests', table: 'appointments', shows: 'Rafael Costa' },
  { screen: 'Sync', table: 'artist_calendars', shows: 'Mara Lindqvist' },
  { screen: 'Settings', table: 'artist_calendars', shows: 'studio / Mara Lindqvist' },
])(
  '$screen says that it could not be read, and reads it again when asked',
  async ({ screen, table, shows }) => {
    const { page, go, button } = handsOn(running.window)
    const shown = page.getByRole('main').getByText(shows).first()
    database.exec(`alter table ${table} rename to elsewhere`)
    await page.reload()
    await go(screen)
    await page.getByRole('heading', { level: 1, name: screen }).waitFor()
    await page.getByRole('alert').getByText('Something went wrong').waitFor()
    expect(await shown.count()).toBe(0)
    expect(await page.getByText('Not connected').count()).toBe(0)
    database.exec(`alter table elsewhere rename to ${table}`)
    await button('Try again').click()
    await shown.waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  },
)

it('says that what is shown may be old where it cannot be read again, and stays on the screen', async () => {
  const { page, go } = handsOn(running.window)
  await go('Requests')
  const shown = page.getByRole('main').getByText('Rafael Costa').first()
  await shown.waitFor()
  const ask = askOf(page)
  const [client] = valueOf(await ask('clients.list', {}))
  database.exec('alter table appointments rename to elsewhere')
  // What is made from the clients is asked for again.
  valueOf(await ask('clients.update', { id: client?.id ?? '', changes: { notes: 'Left arm' } }))
  const old = page.getByRole('status').filter({ hasText: 'What is shown may be out of date' })
  await old.waitFor()
  expect(await shown.isVisible()).toBe(true)
  database.exec('alter table elsewhere rename to appointments')
  await old.getByRole('button', { name: 'Try again' }).click()
  await old.waitFor({ state: 'detached' })
})
