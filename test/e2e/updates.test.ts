import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework } from '../support/electron.ts'
import { temporaryFolder } from '../support/store.ts'
import { describe020, fileOf, makers, seal, serveFiles } from '../support/updates.ts'
import { handsOn } from '../support/window.ts'

/** A newer Linework that only says that it was started, and with what. */
const newer = Buffer.from('#!/bin/sh\necho "$@" > "$0.started"\n')

it.runIf(process.platform === 'linux')(
  'a newer version is found, downloaded, and takes over when a person says so',
  async () => {
    const folder = temporaryFolder()
    const appImage = join(folder, 'Linework.AppImage')
    writeFileSync(appImage, 'Linework 0.1.0')
    const { url, asked } = await serveFiles({
      '/linework-linux-x64.json': seal(describe020({ files: [fileOf(newer)] })),
      '/Linework-0.2.0.AppImage': newer,
    })
    const source = join(folder, 'update-source.json')
    const publicKey = makers.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    writeFileSync(source, JSON.stringify({ url, publicKey }))
    const { app, window: page } = await launchLinework({
      userData: join(folder, 'data'),
      args: ['--lang=en-GB', '--password-store=basic'],
      env: {
        LINEWORK_UPDATE_SOURCE: source,
        APPIMAGE: appImage,
        APPDIR: dirname(String(process.env['LINEWORK_ELECTRON'])),
      },
    })
    page.setDefaultTimeout(20_000)
    const { button, reads, go } = handsOn(page)
    await page.evaluate(() => window.linework.ask('settings.update', { ready: true }))
    await page.reload()

    await go('Settings')
    await page
      .getByRole('navigation', { name: 'Settings' })
      .getByRole('button', { name: 'Updates' })
      .click()
    await reads('Not looked for a newer version yet.')
    expect(asked).toEqual([])
    await button('Look now').click()
    await reads('Linework 0.2.0 is available')
    const note = page.getByText('Bookings can be coloured.')
    expect(await note.getAttribute('lang')).toBe('en')
    expect(await findingsInBothThemes(page)).toEqual([])
    await button('Download').click()
    await reads('Linework 0.2.0 is downloaded and checked')
    expect(readFileSync(appImage, 'utf8')).toBe('Linework 0.1.0')

    await page.evaluate(() => window.linework.ask('drafts.save', { draft: '{}' }))
    await button('Install and restart…').click()
    expect(await findingsInBothThemes(page)).toEqual([])
    await button('Install and restart').click()
    await reads('A booking is being written.')
    expect(readFileSync(appImage, 'utf8')).toBe('Linework 0.1.0')
    await page.evaluate(() => window.linework.ask('drafts.clear'))

    const ended = once(app.process(), 'exit')
    await button('Install and restart…').click()
    await button('Install and restart').click()
    expect(await ended).toEqual([0, null])
    expect(readFileSync(appImage).equals(newer)).toBe(true)
    const started = `${appImage}.started`
    await expect
      .poll(() => existsSync(started) && readFileSync(started, 'utf8'))
      .toContain('--user-data-dir=')
  },
)
