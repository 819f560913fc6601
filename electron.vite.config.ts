import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname

/** One build for every runtime the app meets: syntax is lowered to the oldest of them, see docs/decisions. */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve(here, 'src/main/index.ts'),
          'object-worker': resolve(here, 'src/main/object-worker.ts'),
          'backup-worker': resolve(here, 'src/main/backup-worker.ts'),
        },
      },
    },
  },
  preload: {
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
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      rollupOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
})
