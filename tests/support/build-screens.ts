// The screens and the gallery of their parts, built once for all browser tests of a run, as the program ships them but with
// names left readable.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { loadConfigFromFile } from 'electron-vite'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built screens. */
    screens: string
    /** The folder of the built gallery. */
    gallery: string
  }
}

const root = resolve(import.meta.dirname, '../..')
const screens = mkdtempSync(join(tmpdir(), 'counterproof-screens-'))
const gallery = mkdtempSync(join(tmpdir(), 'counterproof-gallery-'))

export async function setup(project: TestProject): Promise<void> {
  // Each file starts the program's core in a thread: what one has compiled the next finds.
  process.env.NODE_COMPILE_CACHE ??= join(root, '.cache/compiled')
  const { config } = await loadConfigFromFile({ mode: 'production', command: 'build' }, undefined, root)
  const { renderer } = config
  if (renderer === undefined) throw new Error('the screens have no build')
  // Tests run under a name of their own, by which React would come with its help for developers: half as fast, and not what is shipped.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    build: { ...renderer.build, outDir: screens, emptyOutDir: true, minify: false },
  })
  await build({
    root: join(root, 'tests/ui/gallery'),
    base: './',
    configFile: false,
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: gallery, emptyOutDir: true, minify: false },
  })
  process.env.NODE_ENV = NODE_ENV
  project.provide('screens', screens)
  project.provide('gallery', gallery)
}

export function teardown(): void {
  rmSync(screens, { recursive: true, force: true })
  rmSync(gallery, { recursive: true, force: true })
}
