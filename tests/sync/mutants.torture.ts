import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from './mutants.ts'

const root = resolve(import.meta.dirname, '../..')

/** Seeds that once failed, and so are good at it. */
const seeds = '33-56'

/** Runs the suites of the sync with one planted bug; 0 is a bug that nobody noticed. */
function runWith(mutant: string): Promise<number | null> {
  const words = ['run', '--project', 'simulation', '--project', 'database', '--bail=1']
  const files = ['tests/sync/even-seeds.sim.ts', 'tests/sync/sync-rules.db.test.ts']
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words, ...files], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, COUNTERPROOF_MUTANT: mutant, COUNTERPROOF_SEEDS: seeds },
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

test('without a planted bug there is nothing to notice', async () => {
  expect(await runWith('none')).toBe(0)
})

test.each(mutants.map(({ name }) => name))('planted bug, noticed: %s', async (name) => {
  const mutant = mutants.find((each) => each.name === name)
  if (mutant === undefined) throw new Error(name)
  // A patch that no longer fits plants nothing.
  expect(readFileSync(join(root, mutant.file), 'utf8').split(mutant.from)).toHaveLength(2)
  expect(await runWith(name)).not.toBe(0)
})
