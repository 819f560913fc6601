import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTransport } from '../../src/main/caldav/transport.ts'
import { ownAppImage, type Successor } from '../../src/main/updates/install.ts'
import { createUpdates } from '../../src/main/updates/updates.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { NOW, temporaryFolder } from '../support/store.ts'
import { describe020, fileOf, makers, program, seal, serveFiles } from '../support/updates.ts'

const DESCRIPTION = '/linework-linux-x64.json'
const FILE = '/Linework-0.2.0.AppImage'

/** Linework 0.1.0 as an AppImage, and a server of its makers. */
const installed = async (
  answers: Record<string, string | Buffer | RequestListener> = {},
  over: { appImage?: null; platform?: string; folder?: string } = {},
) => {
  const server = await serveFiles({
    [DESCRIPTION]: seal(describe020()),
    [FILE]: program,
    ...answers,
  })
  const home = temporaryFolder()
  const appImage = join(home, 'Linework.AppImage')
  writeFileSync(appImage, 'Linework 0.1.0')
  const folder = over.folder ?? join(home, 'updates')
  const transport = createTransport()
  onTestFinished(() => transport.close())
  const booking = { now: false }
  const gaveWay: Successor[] = []
  let lookedAt: number | null = null
  let changes = 0
  const updates = createUpdates({
    here: { installed: '0.1.0', platform: over.platform ?? 'linux', arch: 'x64' },
    source: { url: server.url, publicKey: makers.publicKey },
    appImage: over.appImage === null ? null : appImage,
    folder,
    get: transport,
    now: () => NOW,
    isBooking: () => booking.now,
    lookedAt: {
      read: () => lookedAt,
      write: (at) => {
        lookedAt = at
      },
    },
    changed: () => {
      changes += 1
    },
    giveWayTo: (successor) => gaveWay.push(successor),
  })
  /** What is there beside the program. */
  const left = (): string[] => (existsSync(folder) ? readdirSync(folder) : [])
  const runs = (): string => readFileSync(appImage, 'utf8')
  return {
    ...server,
    updates,
    booking,
    gaveWay,
    folder,
    appImage,
    left,
    runs,
    changes: () => changes,
  }
}

/** Half of the download, and then nothing more. */
const half: RequestListener = (_incoming, outgoing) => {
  outgoing.writeHead(200, { 'content-length': program.length })
  outgoing.write(program.subarray(0, 100_000))
}

const redirect: RequestListener = (_incoming, outgoing) => {
  outgoing.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end()
}
const endless: RequestListener = (_incoming, outgoing) => {
  const more = (): void => {
    while (!outgoing.destroyed && outgoing.write(Buffer.alloc(65_536))) continue
  }
  outgoing.on('drain', more)
  more()
}
const withLength =
  (length: number): RequestListener =>
  (_incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-length': length })
    outgoing.write('x')
  }
const cut: RequestListener = (_incoming, outgoing) => {
  outgoing.writeHead(200, { 'content-length': program.length })
  outgoing.write(program.subarray(0, 100_000), () => outgoing.destroy())
}
const short: RequestListener = (_incoming, outgoing) => {
  // Chunked: only the signed size tells that something is missing.
  outgoing.write(program.subarray(0, 100_000))
  outgoing.end()
}

describe('an update', () => {
  it('is offered with what is new, downloaded, and installed, each when a person says so', async () => {
    const { updates, asked, appImage, gaveWay, runs, changes } = await installed()
    expect(updates.state()).toEqual({
      installed: '0.1.0',
      lookedAt: null,
      stage: { kind: 'idle' },
      failure: null,
    })
    const offer = {
      version: '0.2.0',
      released: Date.UTC(2026, 11, 1, 9),
      notes: ['Bookings can be coloured.'],
      size: program.length,
      byHand: null,
    }
    expect(await updates.look()).toEqual({
      installed: '0.1.0',
      lookedAt: NOW,
      stage: { kind: 'offered', offer },
      failure: null,
    })
    expect(asked).toEqual([DESCRIPTION])
    expect((await updates.download()).stage).toEqual({ kind: 'ready', offer })
    expect([runs(), gaveWay]).toEqual(['Linework 0.1.0', []])
    expect(changes()).toBeGreaterThan(3)

    valueOf(await updates.install())
    expect(readFileSync(appImage).equals(program)).toBe(true)
    expect(statSync(appImage).mode & 0o777).toBe(0o755)
    expect(gaveWay).toEqual([{ command: appImage, args: [] }])
  })

  it('is not there when the newest runs', async () => {
    const { updates } = await installed({ [DESCRIPTION]: seal(describe020({ version: '0.1.0' })) })
    expect(await updates.look()).toMatchObject({ lookedAt: NOW, stage: { kind: 'idle' } })
    expect((await updates.download()).stage).toEqual({ kind: 'idle' })
    expect(kindOf(await updates.install())).toBe('stale')
  })

  it('is not installed while a booking is written, and can be afterwards', async () => {
    const { updates, booking, runs, gaveWay } = await installed()
    await updates.look()
    await updates.download()
    booking.now = true
    expect(kindOf(await updates.install())).toBe('not-allowed')
    expect([runs(), gaveWay]).toEqual(['Linework 0.1.0', []])
    booking.now = false
    valueOf(await updates.install())
    expect(gaveWay).toHaveLength(1)
  })

  it('is stopped in the middle and leaves nothing', async () => {
    const { updates, left } = await installed({ [FILE]: half })
    await updates.look()
    const downloading = updates.download()
    await expect.poll(left).toEqual(['Linework-0.2.0.AppImage.part'])
    updates.cancel()
    expect(await downloading).toMatchObject({ stage: { kind: 'offered' }, failure: null })
    expect(left()).toEqual([])
  })

  it('of a deb is only told, with a link', async () => {
    const deb = fileOf(program, { kind: 'deb', name: 'linework_0.2.0_amd64.deb' })
    const { updates, url, left, asked } = await installed(
      { [DESCRIPTION]: seal(describe020({ files: [deb] })) },
      { appImage: null },
    )
    const byHand = `${url}linework_0.2.0_amd64.deb`
    expect((await updates.look()).stage).toMatchObject({ kind: 'offered', offer: { byHand } })
    expect((await updates.download()).stage.kind).toBe('offered')
    expect(kindOf(await updates.install())).toBe('stale')
    expect([left(), asked]).toEqual([[], [DESCRIPTION]])
  })

  it.each([
    ['win32', 'nsis', 'Linework-Setup.exe', ['--updated'] as readonly string[]],
    ['darwin', 'dmg', 'Linework.dmg', null],
  ])('on %s hands a checked file to the system', async (platform, kind, name, args) => {
    const file = fileOf(program, { kind, name })
    const { updates, folder, gaveWay } = await installed(
      {
        [`/linework-${platform}-x64.json`]: seal(describe020({ platform, files: [file] })),
        [`/${name}`]: program,
      },
      { platform },
    )
    await updates.look()
    await updates.download()
    valueOf(await updates.install())
    const path = join(folder, name)
    expect(gaveWay).toEqual([
      args ? { command: path, args } : { command: '/usr/bin/open', args: [path] },
    ])
  })

  it('that was changed on the disk after its check is not installed', async () => {
    const { updates, folder, runs, gaveWay } = await installed()
    await updates.look()
    await updates.download()
    writeFileSync(join(folder, 'Linework-0.2.0.AppImage'), 'something else')
    expect(kindOf(await updates.install())).toBe('update-refused')
    expect([runs(), gaveWay]).toEqual(['Linework 0.1.0', []])
    expect(updates.state()).toMatchObject({
      stage: { kind: 'offered' },
      failure: { kind: 'update-refused' },
    })
  })

  it('says so when the program may not be replaced', async () => {
    const { updates, appImage, gaveWay, runs } = await installed()
    await updates.look()
    await updates.download()
    // Root may write anywhere; a folder in the way stops everybody.
    mkdirSync(join(`${appImage}.new`, 'in the way'), { recursive: true })
    expect(kindOf(await updates.install())).toBe('folder-read-only')
    expect([runs(), gaveWay]).toEqual(['Linework 0.1.0', []])
  })

  it('says so when there is no place for the download', async () => {
    const inTheWay = join(temporaryFolder(), 'a file')
    writeFileSync(inTheWay, '')
    const { updates } = await installed({}, { folder: join(inTheWay, 'updates') })
    await updates.look()
    expect(await updates.download()).toMatchObject({
      stage: { kind: 'offered' },
      failure: { kind: 'folder-read-only' },
    })
  })
})

describe('the AppImage of this program', () => {
  const env = { APPIMAGE: '/home/kit/Linework.AppImage', APPDIR: '/tmp/.mount_Linewo' }
  it.each([
    [env, '/tmp/.mount_Linewo/linework', env.APPIMAGE],
    [{ ...env, APPDIR: '/tmp/.mount_Linewo/' }, '/tmp/.mount_Linewo/linework', env.APPIMAGE],
    // Started by another AppImage, whose file is not ours to replace.
    [env, '/opt/Linework/linework', null],
    [env, '/tmp/.mount_Linework2/linework', null],
    [{ APPIMAGE: env.APPIMAGE }, '/tmp/.mount_Linewo/linework', null],
    [{}, '/opt/Linework/linework', null],
  ])('%j as %s is %s', (variables, started, file) => {
    expect(ownAppImage(variables, started)).toBe(file)
  })
})

describe('a place for updates that means harm or is broken', () => {
  const changed = Buffer.from(program)
  changed[5] = 0

  it.each([
    ['leads elsewhere', redirect, 'redirect'],
    ['never ends', endless, 'update-refused'],
    ['is not there', (_in, out) => out.writeHead(404).end(), 'server-error'],
    ['is an error', (_in, out) => out.writeHead(500).end('oh'), 'server-error'],
    ['is nobody’s', 'nothing signed', 'update-refused'],
    ['breaks off', (_in, out) => out.write('{', () => out.destroy()), 'unreachable'],
  ] satisfies [string, RequestListener | string, string][])(
    'is refused when its description %s',
    async (_how, answer, kind) => {
      const { updates, left } = await installed({ [DESCRIPTION]: answer })
      expect(await updates.look()).toMatchObject({
        lookedAt: null,
        stage: { kind: 'idle' },
        failure: { kind },
      })
      expect(left()).toEqual([])
    },
  )

  it.each([
    ['leads elsewhere', redirect, 'redirect'],
    ['never ends', endless, 'update-refused'],
    ['announces too much', withLength(program.length + 1), 'update-refused'],
    ['is another', changed, 'update-refused'],
    ['is longer', Buffer.concat([program, program]), 'update-refused'],
    ['is cut off', cut, 'truncated'],
    ['ends early', short, 'truncated'],
    ['is an error', (_in, out) => out.writeHead(503).end(), 'server-error'],
  ] satisfies [string, RequestListener | Buffer, string][])(
    'is refused when its file %s, and nothing is kept',
    async (_how, answer, kind) => {
      const { updates, left, runs, gaveWay } = await installed({ [FILE]: answer })
      await updates.look()
      expect(await updates.download()).toMatchObject({
        stage: { kind: 'offered' },
        failure: { kind },
      })
      expect(kindOf(await updates.install())).toBe('stale')
      expect([left(), runs(), gaveWay]).toEqual([[], 'Linework 0.1.0', []])
    },
  )

  it('that cannot be reached any more is said, and what was known stays', async () => {
    let answers = true
    const { updates } = await installed({
      [DESCRIPTION]: (_in, out) => {
        if (answers) out.end(seal(describe020()))
        else out.destroy()
      },
    })
    await updates.look()
    answers = false
    expect(await updates.look()).toMatchObject({
      lookedAt: NOW,
      stage: { kind: 'offered' },
      failure: { kind: 'unreachable' },
    })
  })
})
