import { forgetBuild } from './setup/build.mjs'
import { interactTool } from './setup/project-node.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

// electron-vite finds its Electron by ELECTRON_EXEC_PATH, which set-up has put there.
await main(async () => {
  const env = await setUp({ purposes: [], build: false })
  forgetBuild()
  const asRoot = process.getuid?.() === 0 ? { NO_SANDBOX: '1' } : {}
  return interactTool('electron-vite', ['dev', ...process.argv.slice(2)], { ...env, ...asRoot })
})
