import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { valueOf } from '../support/results.ts'
import { openProgram } from '../support/surviving.ts'
import { handsOn, type Hands } from '../support/window.ts'

/** Where pictures of what is seen are put, for whoever wants to look. */
const pictures = process.env['LINEWORK_PICTURES']

/** A studio with a client and a backup, whose database is then scribbled over. */
const breakStudio = async (userData: string): Promise<void> => {
  const { ask, file, close } = await openProgram(userData)
  valueOf(await ask('settings.update', { studioName: 'Quayside', ready: true }))
  valueOf(await ask('clients.create', { name: 'Ava Chen' }))
  valueOf(await ask('backups.now'))
  await close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(20_000, 0xa7), 0, 20_000, 0)
  closeSync(handle)
}

describe('a studio whose database is damaged', () => {
  let running: RunningLinework
  let hands: Hands
  const userData = mkdtempSync(join(tmpdir(), 'linework-survive-'))

  afterAll(async () => {
    await running.close()
    rmSync(userData, { recursive: true, force: true })
  })

  const picture = async (name: string): Promise<void> => {
    if (pictures === undefined) return
    for (const [width, height] of [
      [1024, 700],
      [1440, 900],
    ] as const)
      for (const scheme of ['light', 'dark'] as const) {
        await running.app.evaluate(
          ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
          [width, height] as const,
        )
        await hands.page.emulateMedia({ colorScheme: scheme })
        const path = join(pictures, `${name}-${scheme}-${width}.png`)
        await hands.page.screenshot({ path })
      }
    await hands.page.emulateMedia({ colorScheme: null })
  }

  it('is offered its newest backup, and goes on from there', async () => {
    await breakStudio(userData)
    running = await launchLinework({ userData, args: ['--lang=en-GB', '--password-store=basic'] })
    hands = handsOn(running.window)
    const { page, button, reads, go } = hands
    await reads('Linework cannot open its data')
    await reads('Newest backup that is whole')
    expect(await findingsInBothThemes(page)).toEqual([])
    await picture('recovery')

    await button('Start empty…').click()
    await reads('Start with an empty studio?')
    expect(await findingsInBothThemes(page)).toEqual([])
    await page.keyboard.press('Escape')

    await button('Restore it').click()
    await go('Clients')
    await reads('Ava Chen')
    expect(readdirSync(userData).some((name) => name.startsWith('linework-damaged-'))).toBe(true)
  })

  it('backs up on a button, shows what a restore would change, and restores', async () => {
    const { page, button, field, reads, go } = hands
    await go('Settings')
    await page.getByRole('navigation', { name: 'Settings' }).getByText('Backups').click()
    await reads('Backups there are')
    await button('Back up now').click()
    await reads('Backed up and checked.')
    await expect.poll(() => page.getByRole('row').count()).toBe(3)

    await go('Clients')
    await button('New client').click()
    await field('Name').fill('Ben Ito')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Ben Ito' }).waitFor()
    await go('Settings')
    await page.getByRole('navigation', { name: 'Settings' }).getByText('Backups').click()
    expect(await findingsInBothThemes(page)).toEqual([])
    await picture('backups')

    await button(/^Restore the backup of/)
      .first()
      .click()
    await reads('1 is not in it')
    await reads('Ben Ito')
    expect(await findingsInBothThemes(page)).toEqual([])
    await picture('restore')
    await button('Restore').click()
    await reads('Restored. The calendars are being compared.')
    await go('Clients')
    await reads('Ava Chen')
    await expect.poll(() => page.getByText('Ben Ito', { exact: true }).count()).toBe(0)
  })
})
