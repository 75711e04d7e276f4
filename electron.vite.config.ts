import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const at = (path: string) => resolve(root, path)
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))

/** Entries that exist: a part of the program that is not there yet is left out of the build. */
function entries(named: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, path]) => (existsSync(at(path)) ? [[name, at(path)]] : [])),
  )
}

export default defineConfig({
  main: {
    build: {
      // Packages stay packages: native ones cannot be bundled, and a reader of a stack trace finds them by name. Those of
      // many small files are bundled: Node reads a package's own description again for each of them, half a second at start.
      externalizeDeps: { exclude: ['drizzle-orm', 'hono', '@hono/node-server', 'zod', 'temporal-polyfill', 'i18next'] },
      rolldownOptions: {
        input: entries({
          electron: 'src-main/electron/main.ts',
          headless: 'src-main/headless/main.ts',
          'core-worker': 'src-main/app/core-worker.ts',
          'chores-worker': 'src-main/app/chores-worker.ts',
          'reader-worker': 'src-main/app/reader-worker.ts',
        }),
        // Chunks lie beside the entries, so that a path relative to a module means the same in every one of them.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: entries({ preload: 'src-main/electron/preload/preload.ts' }),
        // A sandboxed preload is loaded as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    define: { __PROGRAM_VERSION__: JSON.stringify(version) },
    // Stands in the page until a shell serves it, which puts a fresh nonce in its place for each load.
    html: { cspNonce: '__CSP_NONCE__' },
    server: { fs: { allow: [root] } },
    build: {
      // The policy allows no data: addresses for fonts and no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entries({ index: 'src-renderer/index.html' }) },
    },
  },
})
