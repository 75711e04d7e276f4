import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { mutants } from './tests/sync/mutants.ts'

const fullTorture = process.env.COUNTERPROOF_TORTURE === 'full'

/** Reads the source with one planted bug where the run asks for it: that the tests notice is itself a test. */
function plantedBug(): Plugin {
  const mutant = mutants.find(({ name }) => name === process.env.COUNTERPROOF_MUTANT)
  const isItsFile = (id: string): boolean =>
    mutant !== undefined && id.replaceAll('\\', '/').endsWith(`/${mutant.file}`)
  return {
    name: 'planted-bug',
    enforce: 'pre',
    // What is kept between runs must never be a planted bug: the file that has one is kept under its name.
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (isItsFile(id) ? JSON.stringify(mutant) : undefined)),
    transform: (code, id) =>
      mutant !== undefined && isItsFile(id) ? code.replace(mutant.from, () => mutant.to) : null,
  }
}

/**
 * Files of a project without isolation share their modules, as parts of one program do: loading the core for each file anew
 * was half of their time, and nothing of the product keeps anything in a module (two stations live in one process).
 */
/** One project per kind of test; the suffix of a file says its kind (docs/testing.md). */
export default defineConfig({
  plugins: [react(), plantedBug()],
  test: {
    fsModuleCache: true,
    projects: [
      {
        extends: true,
        // Long, because a loaded computer is slow and no test here is about time.
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.db.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/**/*.db.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/**/*.sim.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          include: ['tests/**/*.torture.ts'],
          pool: 'forks',
          testTimeout: fullTorture ? 3_600_000 : 120_000,
          fileParallelism: false,
          // Of planted bugs two at once; everything else there is by itself.
          maxConcurrency: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.ts'],
          globalSetup: ['tests/support/build-screens.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A scanner is told from a person by milliseconds: on a busy computer a scripted scan may come too slowly.
          retry: 2,
          // A browser and a program for each: more at once only get in each other's way.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
})
