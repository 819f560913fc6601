import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { askOf } from '../support/ask-window.ts'
import { packaged, startPackaged } from '../support/packaged.ts'
import { temporaryFolder } from '../support/store.ts'
import { describe020, fileOf, seal, serveFiles } from '../support/updates.ts'

/** A newer Linework that only says that it was started. */
const newer = Buffer.from('#!/bin/sh\necho started > "$0.started"\n')

it.runIf(process.platform === 'linux')(
  'takes an update from the place and with the key it was packaged with, and no other',
  async () => {
    const folder = temporaryFolder()
    const appImage = join(folder, 'Linework.AppImage')
    writeFileSync(appImage, 'Linework 0.1.0')
    const description = describe020({ files: [fileOf(newer)] })
    const key = createPrivateKey(process.env['LINEWORK_UPDATE_KEY'] ?? '')
    const port = Number(new URL(process.env['LINEWORK_UPDATE_URL'] ?? '').port)
    let signedBy: 'strangers' | 'makers' = 'strangers'
    await serveFiles(
      {
        '/linework-linux-x64.json': (_incoming, outgoing) => {
          outgoing.end(signedBy === 'makers' ? seal(description, { key }) : seal(description))
        },
        '/Linework-0.2.0.AppImage': newer,
      },
      port,
    )
    const { page, ended } = await startPackaged(
      join(folder, 'data'),
      ['--lang=en-GB', '--password-store=basic'],
      // What the runtime of an AppImage tells the program in it.
      { APPIMAGE: appImage, APPDIR: packaged().folder },
    )
    const ask = askOf(page)
    expect(await ask('updates.look')).toMatchObject({
      value: { stage: { kind: 'idle' }, failure: { kind: 'update-refused' } },
    })
    signedBy = 'makers'
    expect(await ask('updates.look')).toMatchObject({
      value: { stage: { kind: 'offered', offer: { version: '0.2.0' } }, failure: null },
    })
    expect(await ask('updates.download')).toMatchObject({ value: { stage: { kind: 'ready' } } })
    // It may be gone before it has answered.
    await ask('updates.install').catch(() => null)
    expect(await ended).toBe(0)
    expect(readFileSync(appImage).equals(newer)).toBe(true)
    await expect.poll(() => existsSync(`${appImage}.started`)).toBe(true)
  },
)
