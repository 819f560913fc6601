import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { interactTool, mustNode } from './setup/project-node.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

// Packages the application as a folder and tests that: `npm run test:package`.
await main(async () => {
  const env = await setUp({ purposes: ['display'], build: false })
  const updates = await placeForUpdates()
  const packing = { ...env, ...updates, LINEWORK_PACKAGE_STAND_IN: env.LINEWORK_STAND_IN ?? '' }
  console.log(await mustNode([join(root, 'scripts/package.mjs'), '--dir'], packing))
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const args = ['run', '--project', 'package', ...process.argv.slice(2)]
    return await interactTool('vitest', args, { ...env, ...updates, ...display?.env })
  } finally {
    await display?.stop()
  }
})

/** An address on this computer that is free, and a key of this run: the tests play the makers. */
async function placeForUpdates() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    LINEWORK_UPDATE_URL: `http://127.0.0.1:${port}/`,
    LINEWORK_UPDATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
