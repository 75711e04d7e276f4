import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from './mutants.ts'

const root = resolve(import.meta.dirname, '../..')

/** Seeds that once failed, and so are good at it. */
const seeds = '33-56'

const rules = [
  'sync-rules',
  'version-skew',
  'bootstrap-rules',
  'begin-again-rules',
  'log-beside',
  'findings',
  'hostile-station',
].map((name) => `tests/sync/${name}.db.test.ts`)

function vitestWith(mutant: string, project: string, files: readonly string[]): Promise<number | null> {
  const words = ['run', '--project', project, '--bail=1', ...files]
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, COUNTERPROOF_MUTANT: mutant, COUNTERPROOF_SEEDS: seeds },
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Runs the suites of the sync with one planted bug, the rules and then lives from seeds; 0 is a bug that nobody noticed. */
async function runWith(mutant: string): Promise<number | null> {
  const byRules = await vitestWith(mutant, 'database', rules)
  return byRules === 0 ? vitestWith(mutant, 'simulation', ['tests/sync/even-seeds.sim.ts']) : byRules
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
