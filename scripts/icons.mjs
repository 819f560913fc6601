import { join } from 'node:path'
import { startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { mustNode } from './setup/project-node.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

// Makes every icon in resources/ from icon.svg: `npm run icons`.
await main(async () => {
  const env = await setUp({ purposes: ['display'] })
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    await mustNode([join(root, 'scripts/shipping/draw-icons.mjs')], { ...env, ...display?.env })
  } finally {
    await display?.stop()
  }
  return 0
})
