import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { interactTool } from './setup/project-node.mjs'
import { SetupError } from './setup/run.mjs'
import { setUp } from './setup/setup.mjs'
import { standIn, standInFolder } from './setup/stand-in.mjs'
import { main } from './setup/step.mjs'

/**
 * Packages the application; arguments are electron-builder's (`--dir`: the folder only). What is
 * given to others always has the official Electron, which electron-builder fetches and checks.
 * LINEWORK_PACKAGE_STAND_IN=1 packs the stand-in instead, to try packaging where that one cannot be had.
 */
await main(async () => {
  const env = await setUp({ purposes: [] })
  const packStandIn = process.env.LINEWORK_PACKAGE_STAND_IN === '1'
  if (packStandIn && env.LINEWORK_STAND_IN !== '1') {
    throw new SetupError('LINEWORK_PACKAGE_STAND_IN=1 is for machines where the stand-in runs.')
  }
  const config = packStandIn
    ? writeStandInConfig(env.LINEWORK_SQLITE_BINDING)
    : 'electron-builder.yml'
  const args = ['--config', config, '--publish', 'never', ...process.argv.slice(2)]
  return interactTool('electron-builder', args, env)
})

/** The usual configuration, but with the stand-in for the download and its own better-sqlite3 addon. */
function writeStandInConfig(addon) {
  const folder = join(root, 'dist', 'stand-in')
  mkdirSync(folder, { recursive: true })
  // The name and place better-sqlite3 looks at before its prebuilds.
  copyFileSync(addon, join(folder, 'better_sqlite3.node'))
  const path = join(folder, 'electron-builder.json')
  const config = {
    extends: join(root, 'electron-builder.yml'),
    electronDist: standInFolder,
    electronVersion: standIn.electron,
    files: [
      {
        from: folder,
        to: 'node_modules/better-sqlite3/build/Release',
        filter: ['better_sqlite3.node'],
      },
    ],
  }
  writeFileSync(path, JSON.stringify(config))
  return path
}
