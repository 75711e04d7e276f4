import { expect, test } from 'vitest'
import { archives, isMassArchive } from '#shared/sync/archive-brake.ts'

test('[Y33] [S7] more than twenty are a question, or more than two in a hundred where there are five', () => {
  expect([isMassArchive(20, 5000), isMassArchive(21, 5000)]).toEqual([false, true])
  expect([isMassArchive(4, 4), isMassArchive(5, 249), isMassArchive(5, 250)]).toEqual([false, true, false])
})

test('[Y33] only a document that was there is archived: neither one born so, nor one that is so already', () => {
  expect(archives('set', { archived: [null, true] })).toBe(true)
  expect(archives('set', { archived: [false, true] })).toBe(true)
  expect(archives('set', { archived: [true, false] })).toBe(false)
  expect(archives('set', { archived: [true, null] })).toBe(false)
  expect(archives('set', { archived: [true, true] })).toBeUndefined()
  expect(archives('create', { archived: [null, true] })).toBeUndefined()
  expect(archives('set', { name: ['a', 'b'] })).toBeUndefined()
})
