import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOf } from '../support/ask-window.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { handsOn } from '../support/window.ts'

const start = (userData: string, args: string[]) =>
  launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic', ...args] })

describe('the front desk of the sample studio', () => {
  let running: RunningLinework
  let userData: string
  beforeAll(async () => {
    userData = mkdtempSync(join(tmpdir(), 'linework-desk-'))
    running = await start(userData, ['--sample'])
    await handsOn(running.window).reads('Hanna Voss')
  })
  afterAll(async () => {
    await running.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('books the next free time of an artist by keys alone', async () => {
    const { page, panel, reads } = handsOn(running.window)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('rosa next fri')
    await page.getByRole('option', { name: /^Rosa Delmar, Friday .* next free/ }).waitFor()
    await page.keyboard.press('Enter')
    await panel('New booking').waitFor()
    await page.getByRole('combobox', { name: 'Client' }).focus()
    await page.keyboard.type('Amara')
    await page.getByRole('option', { name: /^Amara Diallo/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const confirm = page.getByRole('button', { name: 'Confirm', exact: true })
    await confirm.focus()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Confirm')
    await page.keyboard.press('Enter')
    await panel('Amara Diallo').waitFor()
    await reads('Booked. It goes to the calendar now.')
  })

  it('cancels it, and takes that back', async () => {
    const { page, button, panel } = handsOn(running.window)
    const drawer = panel('Amara Diallo')
    await drawer.getByRole('button', { name: 'Cancel booking…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click()
    await drawer.getByText('Cancelled', { exact: true }).first().waitFor()
    await button(/^Undo/).click()
    await drawer.getByText('Confirmed', { exact: true }).first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('keeps an unsaved booking over closing and a restart', async () => {
    const before = handsOn(running.window)
    await before.page.keyboard.press('n')
    await before.field('Description').fill('Raven, upper back')
    await before.page.keyboard.press('Escape')
    await before.button('Keep as draft').click()
    await before.button(/^Continue draft/).waitFor()
    // Written down a moment after the last change.
    await expect
      .poll(() => askOf(before.page)('drafts.get'))
      .toMatchObject({ ok: true, value: expect.stringContaining('Raven, upper back') })
    await running.close()

    running = await start(userData, ['--sample'])
    const after = handsOn(running.window)
    await after.button(/^Continue draft/).click()
    await expect.poll(() => after.field('Description').inputValue()).toBe('Raven, upper back')
    await after.button('Start afresh').click()
    await expect.poll(() => after.field('Description').inputValue()).toBe('')
    await after.page.keyboard.press('Escape')
    await after.button(/^New booking/).waitFor()
  })

  it('prints the day on one sheet of the chosen paper', async () => {
    const { page } = handsOn(running.window)
    const sheet = async () => {
      const pdf = await running.app.evaluate(async ({ BrowserWindow }) => {
        const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({
          preferCSSPageSize: true,
        })
        return printed?.toString('latin1') ?? ''
      })
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
      return {
        pages: Number(/\/Count (\d+)/.exec(pdf)?.[1]),
        width: Math.round(Number(width)),
        height: Math.round(Number(height)),
      }
    }
    await page.keyboard.press('t')
    await page.keyboard.press('Control+p')
    await page.getByRole('article', { name: 'Day sheet' }).getByText('Hanna Voss').waitFor()
    expect(await sheet()).toEqual({ pages: 1, width: 595, height: 842 })
    await page.getByRole('radio', { name: 'Letter' }).click()
    expect(await sheet()).toMatchObject({ width: 612, height: 792 })
    await page.keyboard.press('Escape')
  })

  it('speaks German when it is asked to', async () => {
    const { page, go, button, reads } = handsOn(running.window)
    await go('Settings')
    await page.getByRole('button', { name: 'This computer' }).click()
    await page.getByText('Deutsch').click()
    await reads('Dieser Computer')
    await button('Kalender').click()
    await button(/^Neue Buchung/).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    // Somebody's private appointment.
    await page
      .getByRole('img', { name: /^Belegt, / })
      .first()
      .waitFor()
    expect(await page.getByRole('img', { name: /^Busy/ }).count()).toBe(0)
  })
})
