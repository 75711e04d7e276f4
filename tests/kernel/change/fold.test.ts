import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hlcMilliseconds, nextHlc, zeroHlc } from '#shared/kernel/change/clock.ts'
import {
  documentEntity,
  fieldAt,
  free,
  guarded,
  ledger,
  postingEntity,
  rows,
  setOf,
} from '#shared/kernel/change/entity.ts'
import {
  type FoldableChange,
  type FoldedDocument,
  foldChange,
  nothingFolded,
  readDocument,
} from '#shared/kernel/change/fold.ts'

const crate = documentEntity('crate', {
  label: free(''),
  size: free<{ readonly w: number } | null>(null, { composite: true }),
  status: guarded('open', ['open', 'shut']),
  marks: setOf<string>(),
  items: rows({ text: free(''), removed: free(false) }),
})
const weighing = postingEntity('weighing', { grams: ledger(0) })

function fold(changes: readonly FoldableChange[], from: FoldedDocument = nothingFolded): FoldedDocument {
  return changes.reduce((document, change) => {
    const outcome = foldChange(crate, document, change)
    if (!outcome.ok) throw new Error(outcome.path)
    return outcome.document
  }, from)
}

const freeChange = fc.record({
  path: fc.constantFrom('label', 'items.a.text', 'items.b.text', 'items.a.removed', 'marks.x', 'marks.y', 'unknown'),
  to: fc.option(fc.string({ maxLength: 3 })),
  stamp: fc.integer({ min: 1, max: 9999 }),
})
/** One stamp is one change: two changes never share theirs. */
const freeChanges = fc.uniqueArray(freeChange, { selector: (each) => each.stamp, maxLength: 12 }).map((all) =>
  all.map(
    ({ path, to, stamp }): FoldableChange => ({
      kind: 'set',
      fields: { [path]: [null, to] },
      stamp: String(stamp).padStart(16, '0'),
    }),
  ),
)

test('[W2] free fields and sets come out the same in whatever order their changes come', () => {
  fc.assert(
    fc.property(freeChanges, fc.infiniteStream(fc.nat()), (changes, order) => {
      const shuffled = [...changes]
        .map((change) => ({ change, key: Number(order.next().value) }))
        .sort((a, b) => a.key - b.key)
        .map(({ change }) => change)
      expect(fold(shuffled)).toEqual(fold(changes))
    }),
  )
})

test('[W3] folding is idempotent, and in batches as at once', () => {
  fc.assert(
    fc.property(freeChanges, fc.nat(12), (changes, cut) => {
      const whole = fold(changes)
      expect(fold(changes, whole)).toEqual(whole)
      expect(fold(changes.slice(cut), fold(changes.slice(0, cut)))).toEqual(whole)
    }),
  )
})

test('[W2] a guarded field moves only from where it is; the change falls whole', () => {
  const born = fold([{ kind: 'create', fields: { status: [null, 'open'], label: [null, 'paper'] }, stamp: '1' }])
  const late = foldChange(crate, born, {
    kind: 'move',
    fields: { status: ['shut', 'open'], label: ['paper', 'card'] },
    stamp: '2',
  })
  expect(late).toEqual({ ok: false, path: 'status', found: 'open', expected: 'shut' })
  const shut = foldChange(crate, born, { kind: 'move', fields: { status: ['open', 'shut'] }, stamp: '2' })
  expect(shut.ok && shut.document.values).toEqual({ status: 'shut', label: 'paper' })
})

test('[W2] a composite is one value: the last writer wins it whole', () => {
  const document = fold([
    { kind: 'set', fields: { size: [null, { w: 5 }] }, stamp: '2' },
    { kind: 'set', fields: { size: [null, { w: 4 }] }, stamp: '1' },
  ])
  expect(document.values).toEqual({ size: { w: 5 } })
})

test('[W2] an element that was taken out is not brought back by an older change', () => {
  const document = fold([
    { kind: 'add', fields: { 'marks.x': [null, 'x'] }, stamp: '1' },
    { kind: 'remove', fields: { 'marks.x': ['x', null] }, stamp: '3' },
    { kind: 'add', fields: { 'marks.x': [null, 'x'] }, stamp: '2' },
  ])
  expect(document.values).toEqual({})
})

test('a posting is written once and never folded again', () => {
  const first = foldChange(weighing, nothingFolded, { kind: 'post', fields: { grams: [null, 700] }, stamp: '1' })
  if (!first.ok) throw new Error('not posted')
  expect(foldChange(weighing, first.document, { kind: 'post', fields: { grams: [null, 900] }, stamp: '2' })).toEqual(
    first,
  )
  expect(first.document.stamps).toEqual({})
})

test('[W1] fields of a newer version are kept as they came, and every declared field is there to read', () => {
  const document = fold([
    {
      kind: 'set',
      fields: { hologram: [null, 'gold'], 'items.a.text': [null, 'A4'], 'items.a.shine': [null, 3] },
      stamp: '1',
    },
  ])
  expect(document.values).toEqual({ hologram: 'gold', 'items.a.text': 'A4', 'items.a.shine': 3 })
  expect(readDocument(crate, document.values)).toEqual({
    label: '',
    size: null,
    status: 'open',
    marks: {},
    items: { a: { text: 'A4', removed: false } },
  })
  expect(fieldAt(crate, 'hologram')).toBeUndefined()
})

test('[Values] the clock is 16 hex digits that only go forward, whatever the wall clock does (D21)', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 1, maxLength: 50 }), (walls) => {
      let last = zeroHlc
      for (const wall of walls) {
        const next = nextHlc(last, wall)
        expect(next).toMatch(/^[0-9a-f]{16}$/)
        expect(next > last).toBe(true)
        last = next
      }
      expect(hlcMilliseconds(last)).toBeGreaterThanOrEqual(Math.max(...walls))
    }),
  )
  expect(nextHlc('000000000001ffff', 1)).toBe('0000000000020000')
})
