import { join } from 'node:path'
import { startVirtualDisplay } from '../../scripts/setup/display.mjs'
import { root } from '../../scripts/setup/paths.mjs'
import { toolEnvironment } from '../../scripts/setup/project-node.mjs'
import { interact } from '../../scripts/setup/run.mjs'
import { setUp } from '../../scripts/setup/setup.mjs'
import { main } from '../../scripts/setup/step.mjs'

const script = join(root, 'test/soak/kill.ts')

await main(async () => {
  const env = await setUp({ purposes: ['display', 'servers'] })
  // Many starts of a window are no sight for a screen somebody works at.
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    return await interact('node', [script, ...process.argv.slice(2)], {
      env: toolEnvironment({ ...env, ...display?.env }),
    })
  } finally {
    await display?.stop()
  }
})
