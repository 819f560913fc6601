import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, npm, SetupError } from '../setup/run.mjs'
import { licenceReport, notices } from './licences.mjs'
import { shippedBom } from './sbom.mjs'
import { shippedPackages } from './shipped-packages.mjs'

/**
 * Writes what goes with the program besides code: into `inside` what its archive holds, into `beside`
 * what lies beside the archive for people to read, and into `dist` the list of parts (CycloneDX).
 * @param {{ root: string, dist: string, inside: string, beside: string,
 *   updates: { url: string, publicKey: string } | null }} where
 */
export async function writePapers({ root, dist, inside, beside, updates }) {
  for (const folder of [inside, beside]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const shipped = shippedPackages(root)
  const { forbidden } = licenceReport(shipped)
  if (forbidden.length > 0)
    throw new SetupError(`These may not be shipped:\n${forbidden.join('\n')}`)

  const own = readFileSync(join(root, 'LICENSE'), 'utf8')
  writeFileSync(join(beside, 'THIRD-PARTY-NOTICES.txt'), notices(shipped, own))
  if (updates) {
    const { url, publicKey } = updates
    writeFileSync(join(inside, 'update-source.json'), JSON.stringify({ url, publicKey }))
  }
  const { productName: name, version } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const { command, args, options } = npm()
  const printed = await must(
    command,
    [...args, 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'],
    { ...options, cwd: root },
  )
  const bom = shippedBom(JSON.parse(printed), shipped, { name, version })
  writeFileSync(join(dist, `${name}-${version}.cdx.json`), `${JSON.stringify(bom, null, 2)}\n`)
}
