import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
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
