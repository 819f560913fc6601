import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { card, ways } from '../support/ways.ts'
import { handsOn } from '../support/window.ts'

const start = async (args: string[]) => {
  const userData = mkdtempSync(join(tmpdir(), 'linework-axe-'))
  const running = await launchLinework({
    userData,
    args: ['--lang=en-GB', '--password-store=basic', ...args],
  })
  return { running, userData }
}

describe('axe in the first run', () => {
  let running: RunningLinework
  let userData: string
  beforeAll(async () => {
    ;({ running, userData } = await start([]))
  })
  afterAll(async () => {
    await running.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('finds nothing in the steps', async () => {
    const { page, field, button } = handsOn(running.window)
    await field('Studio name').fill('Quayside Tattoo')
    expect(await findingsInBothThemes(page)).toEqual([])
    await button('Next: choose a PIN').click()
    await field('New PIN').fill('12a')
    expect(await findingsInBothThemes(page)).toEqual([])
    await field('New PIN').fill('')
    await button('Connect to Nextcloud').click()
    await field('Server address').waitFor()
    expect(await findingsInBothThemes(page)).toEqual([])
  })
})

describe('axe in the sample studio', () => {
  let running: RunningLinework
  let userData: string
  beforeAll(async () => {
    ;({ running, userData } = await start(['--sample']))
    await card(handsOn(running.window)).waitFor()
  })
  afterAll(async () => {
    await running.close()
    rmSync(userData, { recursive: true, force: true })
  })
  afterEach(async () => {
    const { page, button } = handsOn(running.window)
    await page.reload()
    await button(/^New booking|^Continue draft/).waitFor()
  })

  it.each(Object.keys(ways))('finds nothing in %s', async (name) => {
    const hands = handsOn(running.window)
    await ways[name]?.(hands)
    expect(await findingsInBothThemes(hands.page)).toEqual([])
  })
})
