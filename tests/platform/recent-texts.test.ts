import { expect, test } from 'vitest'
import { RecentTexts } from '#main/platform/changes/recent-texts.ts'

const kilobytes = (many: number, fill: string): string => fill.repeat(many * 1024)

test('values are given for the very bytes that are in the table, and for no others', () => {
  const recent = new RecentTexts()
  const values = { name: 'Bakkerij De Molen' }
  recent.keep('a', '{"name":"Bakkerij De Molen"}', values)
  expect(recent.valuesOf('a', '{"name":"Bakkerij De Molen"}')).toBe(values)
  // A transaction that was rolled back: the table has what it had.
  expect(recent.valuesOf('a', '{"name":"Molen"}')).toBeUndefined()
  expect(recent.valuesOf('b', '{"name":"Bakkerij De Molen"}')).toBeUndefined()
  recent.keep('a', Buffer.from([1, 2, 3]), values)
  expect(recent.valuesOf('a', Buffer.from([1, 2, 3]))).toBe(values)
  expect(recent.valuesOf('a', Buffer.from([1, 2, 4]))).toBeUndefined()
  expect(recent.valuesOf('a', '\u0001\u0002\u0003')).toBeUndefined()
})

test('what was not asked for longest goes first, and one that is kept anew counts once', () => {
  const recent = new RecentTexts()
  const texts = new Map(Array.from('abcd', (id) => [id, kilobytes(600, id)] as const))
  const has = (id: string): boolean => recent.valuesOf(id, texts.get(id) ?? '') !== undefined
  const keep = (id: string): void => recent.keep(id, texts.get(id) ?? '', {})
  for (const id of 'abc') keep(id)
  for (let again = 0; again < 10; again += 1) keep('a')
  expect(['a', 'b', 'c'].map(has)).toEqual([true, true, true])
  keep('d')
  expect(['a', 'b', 'c', 'd'].map(has)).toEqual([true, false, true, true])
})
