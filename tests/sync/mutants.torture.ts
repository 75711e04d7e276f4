import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Mutant, mutants } from './mutants.ts'

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
const lives = 'tests/sync/even-seeds.sim.ts'

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
async function runWith(name: string): Promise<number | null> {
  const byRules = await vitestWith(name, 'database', rules)
  return byRules === 0 ? vitestWith(name, 'simulation', [lives]) : byRules
}

/** First where it was noticed before, which is mostly the end of it; then everywhere. */
async function isNoticed({ name, noticedBy }: Mutant): Promise<boolean> {
  const first =
    noticedBy === 'lives'
      ? await vitestWith(name, 'simulation', [lives])
      : await vitestWith(name, 'database', [`tests/sync/${noticedBy}.db.test.ts`])
  return first !== 0 || (await runWith(name)) !== 0
}

test('without a planted bug there is nothing to notice', async () => {
  expect(await runWith('none')).toBe(0)
})

test.concurrent.each(mutants)('planted bug, noticed: $name', { timeout: 600_000 }, async (mutant) => {
  // A patch that no longer fits plants nothing.
  expect(readFileSync(join(root, mutant.file), 'utf8').split(mutant.from)).toHaveLength(2)
  expect(await isNoticed(mutant)).toBe(true)
})
