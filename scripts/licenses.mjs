import { root } from './setup/paths.mjs'
import { SetupError } from './setup/run.mjs'
import { setUp } from './setup/setup.mjs'
import { main } from './setup/step.mjs'
import { licenceReport } from './shipping/licences.mjs'
import { shippedPackages } from './shipping/shipped-packages.mjs'

// Lists what is shipped with its licences, and fails where one is unknown or may not be: `npm run licenses`.
await main(async () => {
  await setUp({ purposes: [] })
  const { lines, forbidden } = licenceReport(shippedPackages(root))
  console.log(lines.join('\n'))
  if (forbidden.length > 0) {
    throw new SetupError(`These may not be shipped:\n${forbidden.join('\n')}`)
  }
  console.log(`\n${lines.length} parts, all under licences that may be shipped.`)
  return 0
})
