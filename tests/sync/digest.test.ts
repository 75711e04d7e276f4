import { expect, test } from 'vitest'
import { type DocumentFields, documentEntity, free, guarded, rows, setOf } from '#shared/kernel/change/entity.ts'
import { shapeText } from '#shared/kernel/change/shape.ts'
import { DigestSum, differingDocuments, differingKinds, type EntityDigest, foldedText } from '#shared/sync/digest.ts'
import { momentOfNextNight } from '#shared/sync/night.ts'

const digest = (entity: string, more: Partial<EntityDigest> = {}): EntityDigest => ({
  ...{ entity, shape: 'a'.repeat(64), count: 2, xor: 'b'.repeat(64) },
  ...more,
})

test('[Y32] a document’s hash tells values, stamps, kind and id apart, and no order of keys', () => {
  const text = foldedText('party', 'one', { values: { b: 1, a: [2] }, stamps: { b: 's', a: 't' } })
  expect(foldedText('party', 'one', { values: { a: [2], b: 1 }, stamps: { a: 't', b: 's' } })).toBe(text)
  for (const other of [
    foldedText('user', 'one', { values: { b: 1, a: [2] }, stamps: { b: 's', a: 't' } }),
    foldedText('party', 'two', { values: { b: 1, a: [2] }, stamps: { b: 's', a: 't' } }),
    foldedText('party', 'one', { values: { b: 2, a: [2] }, stamps: { b: 's', a: 't' } }),
    foldedText('party', 'one', { values: { b: 1, a: [2] }, stamps: { b: 's', a: 'u' } }),
  ])
    expect(other).not.toBe(text)
})

test('[Y32] two documents that lie over one another are still counted', () => {
  const sum = new DigestSum()
  sum.add('c'.repeat(64))
  sum.add('c'.repeat(64))
  expect(sum.result).toEqual({ count: 2, xor: '0'.repeat(64) })
  sum.add(`0${'d'.repeat(63)}`)
  expect(sum.result).toEqual({ count: 3, xor: `0${'d'.repeat(63)}` })
})

test('[Y32] a kind that one end does not know, or declares otherwise, is not compared', () => {
  const own = [digest('party'), digest('user'), digest('claim'), digest('file', { shape: 'f'.repeat(64), count: 9 })]
  const others = [digest('party', { xor: 'e'.repeat(64) }), digest('user', { count: 1 }), digest('file'), digest('new')]
  expect(differingKinds(own, others)).toEqual(['party', 'user'])
  expect(differingKinds(own, own)).toEqual([])
})

test('[Y32] the shape of a kind is what its fold depends on: classes of fields and rows, and no wording', () => {
  const of = (fields: DocumentFields) => shapeText(documentEntity('claim', fields))
  const one = of({ note: free(''), lines: rows({ size: free(1) }), tags: setOf<string>() })
  expect(of({ note: free('x', { important: true }), lines: rows({ size: free(2) }), tags: setOf<string>() })).toBe(one)
  expect(of({ note: guarded('', ['']), lines: rows({ size: free(1) }), tags: setOf<string>() })).not.toBe(one)
  expect(of({ note: free(''), lines: rows({ size: free(1), more: free(1) }), tags: setOf<string>() })).not.toBe(one)
})

test('[Y32] documents of one end, of the other, and with another hash differ', () => {
  const here = new Map([
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
  ])
  const there = new Map([
    ['b', '2'],
    ['c', '4'],
    ['d', '5'],
  ])
  expect(differingDocuments(here, there)).toEqual(['a', 'c', 'd'])
})

test('[Y32] the night of a shop is its own, today’s while it is still to come', () => {
  const zone = 'Europe/Warsaw'
  expect(momentOfNextNight('2026-11-19T13:07:00.000Z', zone, 0)).toBe('2026-11-20T00:00:00.000Z')
  expect(momentOfNextNight('2026-11-19T13:07:00.000Z', zone, 0.999)).toBe('2026-11-20T03:59:00.000Z')
  expect(momentOfNextNight('2026-11-19T23:30:00.000Z', zone, 0.5)).toBe('2026-11-20T02:00:00.000Z')
  expect(momentOfNextNight('2026-11-20T02:00:00.000Z', zone, 0.5)).toBe('2026-11-21T02:00:00.000Z')
})
