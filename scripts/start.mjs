import { join } from 'node:path'
import { startApplication } from './setup/application.mjs'
import { hasDisplay, startVirtualDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  if (hasDisplay()) return startApplication(args, await setUp({ purposes: [] }))

  const env = await setUp({ purposes: ['display'] })
  const display = await startVirtualDisplay()
  console.log(
    'No display here: Linework runs on a virtual one, with the sample studio. Ctrl-C ends it.',
  )
  const screenshot = process.env.LINEWORK_SCREENSHOT || join(root, 'out', 'screenshot.png')
  try {
    return await startApplication(['--sample', '--log-level=3', ...args], {
      ...env,
      ...display.env,
      LINEWORK_SCREENSHOT: screenshot,
    })
  } finally {
    await display.stop()
  }
})
