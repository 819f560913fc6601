import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { mustTool } from './project-node.mjs'
import { hashFiles, isStamped, writeStamp } from './stamp.mjs'

const inputs = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stampFile = join(root, 'out', '.stamp')
const entry = join(root, 'out', 'main', 'index.js')

/** @type {import('./step.mjs').Step} */
export const buildStep = {
  name: 'build',
  isDone: () => existsSync(entry) && isStamped(stampFile, hashFiles(root, inputs)),
  run: async () => {
    // Taken first: what is edited during the build is built the next time.
    const hash = hashFiles(root, inputs)
    await mustTool('electron-vite', ['build'])
    writeStamp(stampFile, hash)
  },
}

/** For what writes another build to the same place. */
export function forgetBuild() {
  rmSync(stampFile, { force: true })
}
