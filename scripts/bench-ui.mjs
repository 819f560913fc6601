import { join } from 'node:path'
import { startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { mustNode } from './setup/project-node.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

// Measures the window with a full studio in it: `npm run bench:ui`.
await main(async () => {
  const env = await setUp({ purposes: ['display'] })
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    console.log(await mustNode([join(root, 'test/bench/ui.ts')], { ...env, ...display?.env }))
  } finally {
    await display?.stop()
  }
  return 0
})
