import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../shared/data/ics')

/** The calendar files other projects test with, in the order of their names. Throws without them. */
export const readCorpus = (): string[] => {
  const files = globSync('**/*.ics', { cwd: folder }).toSorted()
  if (files.length === 0)
    throw new Error(
      'The calendar corpus is missing: expected ../shared/data/ics beside the project.',
    )
  return files.map((file) => readFileSync(join(folder, file), 'utf8'))
}
