import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over the names and contents of files; a folder stands for all files in it, what does not
 * exist for nothing. `parts` are further texts the result depends on.
 * @param {string} base absolute folder the paths are relative to
 * @param {string[]} paths
 * @param {string[]} parts
 */
export function hashFiles(base, paths, parts = []) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(base, path)).toSorted(byName)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(base, file)))
      .update('\0')
  }
  for (const part of parts) hash.update(`${part}\0`)
  return hash.digest('hex')
}

/** Does the stamp file say this hash? */
export function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

/** Writes it, once what it stands for is complete. */
export function writeStamp(file, hash) {
  writeFileSync(file, hash)
}

const byName = (a, b) => (a < b ? -1 : 1)

function filesUnder(base, path) {
  const stat = statSync(join(base, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(join(base, path)).flatMap((name) => filesUnder(base, `${path}/${name}`))
}
