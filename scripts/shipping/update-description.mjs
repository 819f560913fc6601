import { createHash, sign } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The program reads nothing that is not signed with these words before it; see src/main/updates. */
const purpose = 'linework-update-1\n'

const endings = { AppImage: '.AppImage', deb: '.deb', nsis: '.exe', dmg: '.dmg' }

/** What is new in `version`, a line for each point of its section, or of what is not released yet. */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m)
  const section =
    sections.find((text) => text.startsWith(`${version}`) || text.startsWith(`[${version}]`)) ??
    sections.find((text) => text.startsWith('Unreleased')) ??
    ''
  return Array.from(section.matchAll(/^- (.+)$/gm), ([, line]) =>
    line.replaceAll(/[`*_]|\[([^\]]*)\]\([^)]*\)/g, '$1').slice(0, 600),
  )
}

/** The installers of `version` in a folder, as the description names them. */
export function filesIn(folder, version) {
  const names = readdirSync(folder).filter((name) => name.includes(version))
  return Object.entries(endings).flatMap(([kind, ending]) =>
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => {
        const body = readFileSync(join(folder, name))
        const sha512 = createHash('sha512').update(body).digest('base64')
        return { kind, name, size: body.length, sha512 }
      }),
  )
}

/** The text a server gives out as `linework-<platform>-<arch>.json`. */
export function sealed(description, privateKey) {
  const bytes = Buffer.from(JSON.stringify({ product: 'linework', ...description }))
  const signature = sign(null, Buffer.concat([Buffer.from(purpose), bytes]), privateKey)
  return JSON.stringify({
    description: bytes.toString('base64'),
    signature: signature.toString('base64'),
  })
}
