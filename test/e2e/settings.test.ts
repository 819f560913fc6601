import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOf } from '../support/ask-window.ts'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { handsOn, type Hands } from '../support/window.ts'

const userData = mkdtempSync(join(tmpdir(), 'linework-settings-'))
let running: RunningLinework
let hands: Hands

const openSection = async (name: string | RegExp): Promise<void> => {
  await hands.go('Settings')
  await hands.page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('button', { name })
    .click()
}

const settings = async (): Promise<unknown> => {
  const answer = await askOf(hands.page)('settings.get')
  return answer.ok ? answer.value : answer
}

describe('the settings', () => {
  beforeAll(async () => {
    running = await launchLinework({
      userData,
      args: ['--sample', '--lang=en-GB', '--password-store=basic'],
    })
    running.window.setDefaultTimeout(20_000)
    hands = handsOn(running.window)
  })
  afterAll(async () => {
    await running.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('keep what is typed and not saved while other pages are looked at', async () => {
    await openSection('Studio')
    expect(await hands.button('Save').isDisabled()).toBe(true)
    await hands.field('Studio name').fill('')
    await hands.reads('Give the studio a name.')
    expect(await hands.button('Save').isDisabled()).toBe(true)
    await hands.field('Studio name').fill('Harbour Ink')
    await hands.go('Calendar')
    await openSection(/^Studio \(not saved yet\)$/)
    expect(await hands.field('Studio name').inputValue()).toBe('Harbour Ink')
    await hands.button('Save').click()
    await hands.reads('Saved.')
    expect(await settings()).toMatchObject({ studioName: 'Harbour Ink' })
    await hands.field('Studio name').fill('Other')
    await hands.button('Discard changes').click()
    expect(await hands.field('Studio name').inputValue()).toBe('Harbour Ink')
  })

  it('close the studio on a day, and on the same one in the years after', async () => {
    const closed = hands.page.getByRole('region', { name: 'Days the studio is closed' })
    await closed.getByRole('textbox', { name: 'Name' }).fill('Summer party')
    await closed.getByText('Also on this date in the next two years').click()
    await closed.getByRole('button', { name: 'Add day' }).click()
    await hands.reads('3 days are added.')
    expect(await closed.getByText('Summer party').count()).toBe(3)
    const ask = askOf(hands.page)
    const artists = await ask('artists.list')
    const artistId = artists.ok ? (artists.value[0]?.id ?? '') : ''
    const start = Date.now() + 3_600_000
    const refused = await ask('availability.check', { artistId, start, end: start + 3_600_000 })
    expect(refused).toMatchObject({ ok: true, value: { available: false } })
    const remove = closed.getByRole('button', { name: /^Remove Summer party/ })
    const scrolls = await hands.page.evaluate(
      () => document.documentElement.scrollHeight > document.documentElement.clientHeight,
    )
    expect(scrolls).toBe(false)
    for (let left = await remove.count(); left > 0; left -= 1) {
      await remove.first().click()
      await expect.poll(() => remove.count()).toBe(left - 1)
    }
  })

  it('ask before Esc drops what was typed into a dialog, and not before', async () => {
    await openSection('Time off')
    const form = hands.page.getByRole('dialog', { name: 'Add time off' })
    const asked = hands.page.getByRole('dialog', { name: 'Discard what you entered?' })
    await hands.button('Add time off').click()
    await hands.page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await hands.button('Add time off').click()
    await form.getByRole('textbox', { name: 'Reason' }).fill('Inventory')
    await hands.page.keyboard.press('Escape')
    await asked.getByRole('button', { name: 'Keep writing' }).click()
    await asked.waitFor({ state: 'detached' })
    expect(await form.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Inventory')
    await hands.page.keyboard.press('Escape')
    await asked.waitFor()
    expect(await findingsInBothThemes(hands.page)).toEqual([])
    await asked.getByRole('button', { name: 'Discard' }).click()
    await form.waitFor({ state: 'detached' })
  })

  it('show what goes into an event before any is written', async () => {
    await openSection('Privacy')
    await hands.reads('Nothing more about the client.')
    await hands.page.getByText('Name and phone', { exact: true }).click()
    await hands.reads('+49 30 5550 1234')
    expect(await hands.page.getByText('ava@example.org').count()).toBe(0)
    expect(await settings()).toMatchObject({ privacy: 'name-phone' })
    await hands.page.getByText('Name only', { exact: true }).click()
    await hands.reads('Nothing more about the client.')
  })

  it('keep the sync log as long as is chosen', async () => {
    await openSection('Sync')
    await hands.choose('Keep the sync log for', '180 days')
    await hands.reads('Saved.')
    expect(await settings()).toMatchObject({ logDays: 180 })
  })

  it('change the clock of the whole window at once', async () => {
    await openSection('This computer')
    await hands.page.getByRole('radio', { name: '12 hours' }).click()
    await hands.go('Calendar')
    await hands.reads(/^2 pm$/i)
    await openSection('This computer')
    await hands.page.getByRole('radio', { name: '24 hours' }).click()
    await hands.go('Calendar')
    await hands.reads('14:00')
  })

  it('take an artist out of the calendar and back', async () => {
    await openSection(/^Artists/)
    await hands.button(/^Rosa Delmar/).click()
    const edit = hands.panel('Rosa Delmar').getByRole('button', { name: 'Edit' }).first()
    const works = hands.page.getByText(/^Works here/)
    for (const word of ['5 active, 1 inactive', '6 active']) {
      await edit.click()
      await works.click()
      await hands.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
      await hands.reads(word)
    }
  })
})
