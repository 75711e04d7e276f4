import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { choresInWorker } from '#main/platform/workers/chore-worker.ts'
import type { Chores } from '#main/platform/workers/chores.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let chores: Chores | undefined
let shop: TestShop | undefined
afterEach(async () => {
  await chores?.close()
  await shop?.close()
  chores = undefined
  shop = undefined
})

test('[W11] commands that come after a long chore are done before it, in order, however long it takes', async () => {
  shop = await createTestShop()
  chores = choresInWorker(new URL('./chores-under-test.ts', import.meta.url), {})
  await chores.run('test.thread', null)
  const done: string[] = []
  // Blocks its thread until another thread says so: it can only end if this one goes on.
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const chore = chores.run('test.wait', gate).then(() => done.push('chore'))
  for (const name of ['Zon', 'Maan', 'Ster']) {
    await shop.command('party.register', { name })
    done.push(name)
  }
  Atomics.store(gate, 0, 1)
  Atomics.notify(gate, 0)
  await chore
  expect(done).toEqual(['Zon', 'Maan', 'Ster', 'chore'])
})

test('[W11] the core draws, hashes and checks nothing itself: it is given chores in a thread, and features only ask for them', () => {
  const core = readFileSync(join(import.meta.dirname, '../../src-main/app/core-worker.ts'), 'utf8')
  expect(core).toContain('chores: choresInWorker(')
  expect(core).not.toContain('inlineChores')
})
