import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const fullTorture = process.env.COUNTERPROOF_TORTURE === 'full'

/** One project per kind of test; the suffix of a file says its kind (docs/testing.md). */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        // Long, because a loaded computer is slow and no test here is about time.
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.db.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'database', include: ['tests/**/*.db.test.ts'], pool: 'forks', testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          include: ['tests/torture/**/*.torture.ts'],
          pool: 'forks',
          testTimeout: fullTorture ? 3_600_000 : 120_000,
          fileParallelism: false,
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
        },
      },
    ],
  },
})
