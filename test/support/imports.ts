import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface SourceFile {
  /** Relative to `src`, with forward slashes. */
  readonly path: string
  /** Its text without comments. */
  readonly code: string
  /** Own files as paths relative to `src`; packages and Node's modules by their names. */
  readonly imports: readonly { readonly target: string; readonly own: boolean }[]
}

const root = resolve(import.meta.dirname, '../..')
const statement =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

const comment = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm

/** Every source file below `src` with what it imports. */
export const sourceFiles = (): SourceFile[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => {
    const path = file.replaceAll('\\', '/').slice('src/'.length)
    const code = readFileSync(join(root, file), 'utf8').replace(comment, '')
    const imports = [...code.matchAll(statement)].map((match) => {
      const specifier = match[1] ?? match[2] ?? match[3] ?? ''
      const own = specifier.startsWith('.')
      return { target: own ? join(dirname(path), specifier) : specifier, own }
    })
    return { path, code, imports }
  })
