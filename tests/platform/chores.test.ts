import { afterEach, expect, test } from 'vitest'
import { choresInWorker } from '#main/platform/workers/chore-worker.ts'
import { ChoreStopped, type Chores } from '#main/platform/workers/chores.ts'

let chores: Chores
afterEach(() => chores.close())

const start = (): Chores => choresInWorker(new URL('./chores-under-test.ts', import.meta.url), {})
const limits = { milliseconds: 20_000, megabytes: 64 }

test('[W11] [reliability 44] a chore that never ends is stopped at its limit; others go on, and so does the next one', async () => {
  chores = start()
  const shared = await chores.run<number>('test.thread', null)
  await chores.run('test.thread', null, limits)
  const endless = chores.run('test.spin', null, { ...limits, milliseconds: 300 })
  const behind = chores.run<number>('test.thread', null, limits)
  expect(await chores.run('test.thread', null)).toBe(shared)
  await expect(endless).rejects.toMatchObject({ why: 'tooSlow' })
  expect(await behind).not.toBe(shared)
}, 30_000)

test('[W11] [reliability 44] a chore that eats its memory takes nothing else down', async () => {
  chores = start()
  const shared = await chores.run<number>('test.thread', null)
  const hoarding = chores.run('test.hoard', null, limits)
  await expect(hoarding).rejects.toBeInstanceOf(ChoreStopped)
  await expect(hoarding).rejects.toMatchObject({ why: 'died' })
  expect(await chores.run('test.thread', null)).toBe(shared)
  expect(await chores.run('test.thread', null, limits)).not.toBe(shared)
}, 30_000)

test('[W11] what a chore throws reaches who asked, and the thread stays', async () => {
  chores = start()
  for (const bounds of [undefined, limits]) {
    const before = await chores.run<number>('test.thread', null, bounds)
    await expect(chores.run('test.fail', null, bounds)).rejects.toThrow('as asked')
    expect(await chores.run('test.thread', null, bounds)).toBe(before)
  }
})
