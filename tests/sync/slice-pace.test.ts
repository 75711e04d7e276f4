import { expect, test } from 'vitest'
import { SlicePace } from '#main/sync/slice-pace.ts'

test('[W11] a slice takes up to 50 ms while nobody waits and 5 ms once somebody had to, never fewer than ten rows', async () => {
  let now = 0
  const pace = new SlicePace(() => now)
  const takes = (milliseconds: number) => () => {
    now += milliseconds
    return milliseconds
  }
  const nobody = async (): Promise<void> => {}
  const somebody = async (): Promise<void> => {
    now += 3
  }
  // Half a millisecond a row.
  expect(await pace.run(200, takes(100), nobody)).toBe(100)
  expect(pace.rows).toBe(100)
  await pace.run(100, takes(50), somebody)
  expect(pace.rows).toBe(10)
  await pace.run(10, takes(500), nobody)
  expect(pace.rows).toBe(10)
  await pace.run(10, takes(0), nobody)
  expect(pace.rows).toBe(1000)
})
