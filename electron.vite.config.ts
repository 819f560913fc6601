import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const here = import.meta.dirname

/** react-aria carries its words in thirty languages: the window speaks two. */
const onlySpoken: Plugin = {
  name: 'only-spoken-languages',
  enforce: 'pre',
  load: (id) =>
    /[\\/]react-(?:aria|stately)[^?]*[\\/]intl[\\/][^?]*[\\/](?!en-US|de-DE)[a-z]{2}-[A-Z]{2}\.m?js$/.test(
      id,
    )
      ? 'export default {}'
      : null,
}

/** Writes down whose code is built in, for the licences and the list of parts that packaging makes. */
const notePackages = (part: string): Plugin => ({
  name: 'note-packages',
  generateBundle(_options, bundle) {
    // Code, and what a sheet points to, such as fonts.
    const assets = Object.values(bundle).flatMap((one) =>
      one.type === 'asset' ? one.originalFileNames : [],
    )
    const places = [...this.getModuleIds(), ...assets].flatMap(
      (id) =>
        /(node_modules\/.*node_modules\/|node_modules\/)(@[^/]+\/)?[^/?]+/.exec(id)?.[0] ?? [],
    )
    const folder = resolve(here, 'out/packages')
    mkdirSync(folder, { recursive: true })
    writeFileSync(resolve(folder, `${part}.json`), JSON.stringify([...new Set(places)].sort()))
  },
})

/** One build for every runtime the app meets: syntax is lowered to the oldest of them, see docs/decisions. */
export default defineConfig({
  main: {
    plugins: [notePackages('main')],
    build: {
      target: 'node20.18',
      externalizeDeps: true,
      rolldownOptions: {
        // Half as much to read at each start; names stay, for the log.
        output: { minify: { compress: true, mangle: false, codegen: true } },
        input: {
          index: resolve(here, 'src/main/index.ts'),
          'object-worker': resolve(here, 'src/main/object-worker.ts'),
          'backup-worker': resolve(here, 'src/main/backup-worker.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [notePackages('preload')],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react(), onlySpoken, notePackages('renderer')],
    build: {
      target: 'chrome130',
      minify: true,
      // One sheet: the order of rules does not depend on which screen was opened first.
      cssCodeSplit: false,
      rollupOptions: {
        input: { index: resolve(here, 'src/renderer/index.html') },
        output: {
          codeSplitting: {
            groups: [
              // Two files in place of fifty: what the first picture needs, and the rest.
              { name: 'first', tags: ['$initial'], priority: 2 },
              { name: 'later', test: /./, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
