import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { interactTool } from './setup/project-node.mjs'
import { SetupError } from './setup/run.mjs'
import { setUp } from './setup/setup.mjs'
import { standIn, standInFolder } from './setup/stand-in.mjs'
import { main } from './setup/step.mjs'
import { writePapers } from './shipping/papers.mjs'
import { filesIn, notesOf, sealed } from './shipping/update-description.mjs'
import { updateKey } from './shipping/update-key.mjs'

const dist = join(root, 'dist')
const packing = join(dist, 'packing')
const [inside, beside] = ['inside', 'beside'].map((name) => join(packing, name))

/**
 * Packages the application; arguments are electron-builder's (`--dir`: the folder only). What is
 * given to others always has the official Electron, which electron-builder fetches and checks.
 * LINEWORK_PACKAGE_STAND_IN=1 packs the stand-in instead, to try packaging where that one cannot be had.
 * LINEWORK_UPDATE_URL and LINEWORK_UPDATE_KEY say where its updates come from and sign this one;
 * LINEWORK_HOMEPAGE is what the system's list of packages links to.
 */
await main(async () => {
  const env = await setUp({ purposes: [] })
  const packStandIn = process.env.LINEWORK_PACKAGE_STAND_IN === '1'
  if (packStandIn && env.LINEWORK_STAND_IN !== '1') {
    throw new SetupError('LINEWORK_PACKAGE_STAND_IN=1 is for machines where the stand-in runs.')
  }
  const updates = updateKey(process.env)
  await writePapers({ root, dist, inside, beside, updates })
  const config = writeConfig(updates, packStandIn ? env.LINEWORK_SQLITE_BINDING : null)
  const args = ['--config', config, '--publish', 'never', ...process.argv.slice(2)]
  // Nothing that is started from here has to know the key.
  const { LINEWORK_UPDATE_KEY: _key, ...keyless } = env
  const code = await interactTool('electron-builder', args, keyless)
  if (code === 0 && updates) signUpdate(updates)
  return code
})

/** The usual configuration with what was made for this package, and for the stand-in its own parts. */
function writeConfig(updates, addon) {
  const homepage = process.env.LINEWORK_HOMEPAGE ?? updates?.url
  const config = {
    extends: join(root, 'electron-builder.yml'),
    files: [{ from: inside, to: '.', filter: ['**/*'] }],
    extraResources: [{ from: beside, to: '.' }],
    ...(homepage && { extraMetadata: { homepage } }),
  }
  if (addon) {
    const folder = join(packing, 'stand-in')
    mkdirSync(folder, { recursive: true })
    copyFileSync(addon, join(folder, 'better_sqlite3.node'))
    config.electronDist = standInFolder
    config.electronVersion = standIn.electron
    // The name and place better-sqlite3 looks at before its prebuilds.
    const to = 'node_modules/better-sqlite3/build/Release'
    config.files.push({ from: folder, to, filter: ['better_sqlite3.node'] })
  }
  const path = join(packing, 'electron-builder.json')
  writeFileSync(path, JSON.stringify(config))
  return path
}

/** Writes what the place for updates gives out beside the installers that were just made. */
function signUpdate({ privateKey }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const files = filesIn(dist, version)
  if (files.length === 0) return
  const { platform } = process
  const arch = platform === 'darwin' ? 'universal' : process.arch
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)
  const released = new Date().toISOString()
  const description = { version, platform, arch, released, notes, files }
  const name = `linework-${platform}-${arch}.json`
  writeFileSync(join(dist, name), sealed(description, privateKey))
  console.log(`Signed ${name}: upload it with ${files.map((file) => file.name).join(', ')}.`)
}
