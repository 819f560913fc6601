import { join } from 'node:path'
import { startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { mustNode } from './setup/project-node.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

// Takes the pictures of the documentation: `npm run screens [-- folder]`.
await main(async () => {
  const env = await setUp({ purposes: ['display'] })
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const [folder = join(root, 'docs/screens')] = process.argv.slice(2)
    await mustNode([join(root, 'test/support/screens.ts'), folder], { ...env, ...display?.env })
    console.log(`The pictures are in ${folder}`)
  } finally {
    await display?.stop()
  }
  return 0
})
