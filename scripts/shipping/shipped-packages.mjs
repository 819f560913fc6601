import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ name: string, version: string, license: string, source: string, texts: string[] }} Shipped
 * `source` is where it is developed, `texts` what it brings about its licence.
 */

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** Where Node finds `name` from a package in `folder`: beside it, then further up; null if nowhere. */
function placeOf(name, folder, packages) {
  for (;;) {
    const place = `${folder}${folder && '/'}node_modules/${name}`
    if (packages[place]) return place
    if (!folder) return null
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
}

/** The folders of packages and of everything they need, by the lockfile. */
function closureOf(names, { packages }) {
  const found = new Set()
  const visit = (name, from) => {
    const place = placeOf(name, from, packages)
    if (place === null || found.has(place)) return
    found.add(place)
    for (const next of Object.keys(packages[place].dependencies ?? {})) visit(next, place)
  }
  for (const name of names) visit(name, '')
  return found
}

/** Needed to compile, and left out of the package. */
const onlyToCompile = new Set(['node_modules/node-addon-api'])

const licenceFile = /^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i

/** What the package says, or `unknown`. @param {Record<string, any>} manifest */
export function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  const named = license?.type ?? licenses?.map(({ type }) => type).join(' OR ')
  return named || 'unknown'
}

/** Where its source is, as its package says; a short form is one of GitHub's. */
function sourceOf({ repository, homepage }) {
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? ''
  if (/^(github:)?[\w.-]+\/[\w.-]+$/.test(url))
    return `https://github.com/${url.replace('github:', '')}`
  return url
    .replace(/^git\+/, '')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/\.git$/, '')
}

/**
 * Every package whose code or files are in what a person gets: built in (as the build wrote down), kept
 * beside it, and Electron. Sorted by name.
 * @param {string} root the project, built
 * @returns {Shipped[]}
 */
export function shippedPackages(root) {
  const notes = join(root, 'out', 'packages')
  const builtIn = readdirSync(notes).flatMap((file) => read(join(notes, file)))
  const kept = closureOf(
    Object.keys(read(join(root, 'package.json')).dependencies),
    read(join(root, 'package-lock.json')),
  )
  const places = new Set([...builtIn, ...kept, 'node_modules/electron'])
  return [...places]
    .filter((place) => !onlyToCompile.has(place))
    .map((place) => {
      const folder = join(root, place)
      const manifest = read(join(folder, 'package.json'))
      const files = readdirSync(folder)
        .filter((name) => licenceFile.test(name))
        .toSorted()
      return {
        name: manifest.name,
        version: manifest.version,
        license: licenceOf(manifest),
        source: sourceOf(manifest),
        texts: files.map((name) => readFileSync(join(folder, name), 'utf8').trim()),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
