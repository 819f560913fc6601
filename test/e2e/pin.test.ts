import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOf } from '../support/ask-window.ts'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { handsOn, type Hands } from '../support/window.ts'

const userData = mkdtempSync(join(tmpdir(), 'linework-pin-'))
const pin = '86420975'

let running: RunningLinework
let hands: Hands

const start = async (): Promise<void> => {
  running = await launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic'] })
  running.window.setDefaultTimeout(20_000)
  hands = handsOn(running.window)
}

const pinDialog = (): Locator => hands.page.getByRole('dialog', { name: 'Enter the PIN' })

const openSection = async (name: string): Promise<void> => {
  await hands.go('Settings')
  await hands.page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('button', { name })
    .click()
}

const enter = async (digits: string): Promise<void> => {
  await pinDialog().getByRole('textbox', { name: 'PIN' }).fill(digits)
  await hands.page.keyboard.press('Enter')
}

describe('the PIN', () => {
  beforeAll(start)
  afterAll(async () => {
    await running.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('is chosen in the first run, and the settings are open then', async () => {
    await hands.field('Studio name').fill('Quayside Tattoo')
    await hands.button('Next: choose a PIN').click()
    await hands.field('New PIN').fill(pin)
    expect(await hands.button('Connect later').isDisabled()).toBe(true)
    await hands.field('The same again').fill('8641')
    await hands.reads('The two are not the same.')
    await hands.field('The same again').fill(pin)
    await hands.button('Connect later').click()
    await openSection('Studio')
    await hands.reads('Admin, locks again in 10 min')
  })

  it('is asked for when a change needs it, which is made then', async () => {
    await hands.button('Lock now').click()
    await hands.reads('Locked: changes need the PIN')
    await hands.field('Studio name').fill('Quayside Ink')
    await hands.button('Save').click()
    await pinDialog().waitFor()
    expect(await findingsInBothThemes(hands.page)).toEqual([])
    await enter('1234')
    await hands.reads('This is not the PIN.')
    await enter(pin)
    await hands.reads('Saved.')
    await hands.reads('Admin, locks again in 10 min')
    const saved = await askOf(hands.page)('settings.get')
    expect(saved).toMatchObject({ ok: true, value: { studioName: 'Quayside Ink' } })
  })

  it('leaves what was typed where it was when nobody enters it', async () => {
    await hands.button('Lock now').click()
    await hands.field('Studio name').fill('Somebody’s')
    await hands.button('Save').click()
    await pinDialog().getByRole('button', { name: 'Cancel' }).click()
    expect(await hands.field('Studio name').inputValue()).toBe('Somebody’s')
    const saved = await askOf(hands.page)('settings.get')
    expect(saved).toMatchObject({ ok: true, value: { studioName: 'Quayside Ink' } })
  })

  it('is asked for by the main process, whatever the window does', async () => {
    const ask = askOf(hands.page)
    const answers = {
      handOut: await ask('export.csv', { from: 0, to: 1 }),
      artist: await ask('artists.create', { name: 'Zoe' }),
      remove: await ask('pin.remove', { current: '' }),
      look: await ask('accounts.list'),
      theme: await ask('settings.appearance', { theme: 'dark' }),
    }
    const refused = { ok: false, error: { kind: 'pin-needed' } }
    expect(answers).toMatchObject({
      handOut: refused,
      artist: refused,
      remove: refused,
      look: { ok: true },
      theme: { ok: true },
    })
  })

  it('makes whoever guesses wait, after a restart too', async () => {
    await hands.button('Unlock').click()
    for (const guess of ['1111', '2222', '3333']) {
      await enter(guess)
      await hands.reads('This is not the PIN.')
    }
    await hands.reads(/the next one is in 0:[123]\d\./)
    expect(await findingsInBothThemes(hands.page)).toEqual([])
    await running.close()
    await start()
    await openSection('Security')
    await hands.button('Unlock').click()
    await hands.reads(/the next one is in 0:\d\d\./)
    await pinDialog().getByRole('textbox', { name: 'PIN' }).fill(pin)
    const unlock = pinDialog().getByRole('button', { name: 'Unlock' })
    expect(await unlock.isDisabled()).toBe(true)
  })

  it('is nowhere among the files', async () => {
    await running.close()
    const files = readdirSync(userData, { recursive: true, encoding: 'utf8' })
      .map((name) => join(userData, name))
      .filter((file) => statSync(file).isFile())
    expect(files.some((file) => file.endsWith('pin.json'))).toBe(true)
    expect(files.filter((file) => readFileSync(file).includes(pin))).toEqual([])
    await start()
  })
})
