import { join } from 'node:path'
import { startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { interactTool, mustNode } from './setup/project-node.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

// Packages the application as a folder and tests that: `npm run test:package`.
await main(async () => {
  const env = await setUp({ purposes: ['display'], build: false })
  const packing = { ...env, LINEWORK_PACKAGE_STAND_IN: env.LINEWORK_STAND_IN ?? '' }
  console.log(await mustNode([join(root, 'scripts/package.mjs'), '--dir'], packing))
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const args = ['run', '--project', 'package', ...process.argv.slice(2)]
    return await interactTool('vitest', args, { ...env, ...display?.env })
  } finally {
    await display?.stop()
  }
})
