import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '#shared/kernel/canonical-json.ts'
import {
  type AnsweredChange,
  conflictsIn,
  mayOverwriteUnseen,
  overwritingsIn,
} from '#shared/kernel/change/conflicts.ts'
import { answerPath, documentEntity, free, guarded, rows } from '#shared/kernel/change/entity.ts'
import { foldChange, nothingFolded } from '#shared/kernel/change/fold.ts'

const crate = documentEntity('crate', {
  status: guarded('open', ['open', 'shut', 'gone']),
  price: free(0, { important: true }),
  due: free<string | null>(null, { important: true }),
  size: free<{ readonly w: number } | null>(null, { composite: true }),
  remark: free(''),
  items: rows({ text: free('', { important: true }), note: free('') }),
})

type Fields = Readonly<Record<string, readonly [Json, Json]>>
const change = (id: string, at: number, fields: Fields, more: Partial<AnsweredChange> = {}): AnsweredChange => ({
  id,
  station: id.charAt(0),
  kind: 'set',
  fields,
  stamp: `${String(Math.round(at * 100)).padStart(16, '0')}${id.charAt(0)}`,
  isRefused: false,
  ...more,
})
const born = change('A0', 1, { status: [null, 'open'], price: [null, 10], remark: [null, 'first'] }, { kind: 'create' })
/** An id that a test can write down: its cause. */
const idOf = ({ cause }: { readonly cause: readonly string[] }) => cause.join('+')
const found = (log: readonly AnsweredChange[]) => conflictsIn(crate, log, idOf)
const refused = { kind: 'move', isRefused: true } as const
const moved = { kind: 'move' } as const

test('[Y31] a refused move is a conflict: what it wanted with what followed from it, and what stood', () => {
  expect(
    found([
      born,
      change('A1', 2, { status: ['open', 'shut'] }, moved),
      change('B1', 3, { status: ['open', 'gone'], remark: ['first', 'sold'] }, refused),
    ]),
  ).toEqual([
    {
      kind: 'refused',
      cause: ['B1'],
      changes: ['A1', 'A0', 'B1'],
      fields: [
        { path: 'status', lost: { value: 'gone', change: 'B1' }, stands: { value: 'shut', change: 'A1' } },
        { path: 'remark', lost: { value: 'sold', change: 'B1' }, stands: { value: 'first', change: 'A0' } },
      ],
    },
  ])
})

test('[Y31] [Y12] a move that a restored cloud had before the birth of its document is told, also to where documents begin', () => {
  expect(
    found([
      change('B1', 3, { status: ['shut', 'open'] }, refused),
      born,
      change('A1', 4, { status: ['open', 'shut'] }, moved),
    ]),
  ).toEqual([
    {
      kind: 'refused',
      cause: ['B1'],
      changes: ['B1'],
      fields: [{ path: 'status', lost: { value: 'open', change: 'B1' }, stands: { value: null, change: null } }],
    },
  ])
})

test('[Y31] a try that goes on from a refused one of the same station belongs to it, and what both wanted is none', () => {
  const shut = change('A1', 2, { status: ['open', 'shut'] }, moved)
  expect(
    found([
      born,
      shut,
      change('B1', 3, { status: ['open', 'gone'] }, refused),
      change('B2', 4, { status: ['gone', 'open'] }, refused),
    ]),
  ).toMatchObject([{ cause: ['B1'], changes: ['A1', 'B1', 'B2'], fields: [{ lost: { value: 'open', change: 'B2' } }] }])
  expect(found([born, shut, change('B1', 3, { status: ['open', 'shut'] }, refused)])).toEqual([])
})

test('[Y22] an important value that is overwritten unseen is a conflict, whichever of the two came first', () => {
  const a = change('A1', 5, { price: [10, 12] })
  const later = change('B1', 7, { price: [10, 15] })
  const earlier = change('B1', 4, { price: [10, 15] })
  expect(found([born, a, later])).toMatchObject([
    { kind: 'overwritten', fields: [{ path: 'price', lost: { value: 12, change: 'A1' }, stands: { value: 15 } }] },
  ])
  // Written before A's by its own clock, it comes after it and never shows.
  expect(found([born, a, earlier])).toMatchObject([
    { kind: 'overwritten', fields: [{ path: 'price', lost: { value: 15, change: 'B1' }, stands: { value: 12 } }] },
  ])
  expect(found([born, a, later])[0]?.cause).toEqual(found([born, a, earlier])[0]?.cause)
})

test('[Y22] whoever has seen what they replace, or writes the same, is no rival; neither are two fields, nor free ones', () => {
  const a = change('A1', 5, { price: [10, 12], remark: ['first', 'second'] })
  expect(found([born, a, change('B1', 7, { price: [12, 15] })])).toEqual([])
  expect(found([born, a, change('B1', 7, { price: [10, 12] })])).toEqual([])
  expect(found([born, a, change('B1', 7, { due: [null, 'x'] })])).toEqual([])
  expect(found([born, a, change('B1', 7, { remark: ['first', 'third'] })])).toEqual([])
  expect(overwritingsIn(crate, [born, a, change('B1', 7, { remark: ['first', 'third'] })])).toMatchObject([
    { path: 'remark', winner: { to: 'third' }, loser: { to: 'second' } },
  ])
})

test('[W2] [Y22] a composite is one value, and so is a field of a row', () => {
  const composite = [change('A1', 5, { size: [null, { w: 1 }] }), change('B1', 7, { size: [null, { w: 2 }] })]
  expect(found([born, ...composite])).toMatchObject([{ fields: [{ path: 'size' }] }])
  const row = change('A1', 5, { 'items.x.text': [null, 'one'], 'items.x.note': [null, 'n'] })
  const apart = [
    change('A2', 8, { 'items.x.text': ['one', 'two'] }),
    change('B1', 9, { 'items.x.text': ['one', 'three'] }),
  ]
  expect(found([born, row, ...apart])).toMatchObject([{ fields: [{ path: 'items.x.text' }] }])
})

test('[Y23] who goes on from the own version goes on in the same conflict, under the same cause', () => {
  const first = [born, change('A1', 5, { price: [10, 12] }), change('B1', 4, { price: [10, 15] })]
  const cause = found(first)[0]?.cause
  // B's next was later than A's: now A's value is the one that does not stand.
  const flipped = found([...first, change('B2', 6, { price: [15, 16] })])
  expect(flipped).toMatchObject([
    { cause, fields: [{ lost: { value: 12, change: 'A1' }, stands: { value: 16, change: 'B2' } }] },
  ])
  expect(found([...first, change('B2', 4.5, { price: [15, 16] })])).toMatchObject([
    { cause, fields: [{ lost: { value: 16, change: 'B2' }, stands: { value: 12, change: 'A1' } }] },
  ])
})

test('[Y26] what comes after an answer is a conflict of its own', () => {
  const first = [born, change('A1', 5, { price: [10, 12] }), change('B1', 6, { price: [10, 15] })]
  const answer = change('B2', 7, { [answerPath('A1+B1')]: [null, 'again'], price: [15, 12] }, { kind: 'resolve' })
  const apart = [change('A2', 8, { price: [12, 13] }), change('B3', 9, { price: [12, 14] })]
  expect(found([...first, answer, ...apart]).map(({ cause }) => cause)).toEqual([
    ['A1', 'B1'],
    ['A2', 'B3'],
  ])
})

test('[Y22] what goes on from an own refused try has seen what that one had', () => {
  const tried = change('B1', 3, { price: [10, 11], status: ['gone', 'shut'] }, refused)
  expect(
    found([born, tried, change('B2', 4, { price: [11, 12] })]).filter((each) => each.kind === 'overwritten'),
  ).toEqual([])
})

test('[Y26] an answer to a finding is a guarded field of every document: the second of two is refused', () => {
  const one = foldChange(crate, nothingFolded, {
    kind: 'resolve',
    fields: { [answerPath('f')]: [null, 'again'] },
    stamp: '1',
  })
  if (!one.ok) throw new Error('not taken')
  expect(
    foldChange(crate, one.document, { kind: 'resolve', fields: { [answerPath('f')]: [null, 'theirs'] }, stamp: '2' }),
  ).toMatchObject({ ok: false, found: 'again' })
})

const anyChange = fc.record({
  station: fc.constantFrom('A', 'B', 'C'),
  path: fc.constantFrom('price', 'due', 'items.x.text', 'remark'),
  from: fc.constantFrom(null, 1, 2, 3),
  to: fc.constantFrom(null, 1, 2, 3),
  at: fc.integer({ min: 2, max: 40 }),
})
const anyLog = fc
  .array(anyChange, { maxLength: 10 })
  .map((all) =>
    all.map(({ station, path, from, to, at }, index) =>
      change(`${station}${index}`, at + index / 100, { [path]: [from, to] }),
    ),
  )

test('[Y22] nothing that is a conflict gets past the look that is taken before folding', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      let document = nothingFolded
      let looked = false
      for (const each of [born, ...log]) {
        looked ||= mayOverwriteUnseen(crate, document, each)
        const outcome = foldChange(crate, document, each)
        if (outcome.ok) document = outcome.document
      }
      if (!looked) expect(found([born, ...log])).toEqual([])
    }),
  )
})

test('[Y23] more changes never move the cause of a conflict that is there', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(10), (log, cut) => {
      const causes = (changes: readonly AnsweredChange[]) => found([born, ...changes]).map((each) => each.cause)
      expect(causes(log)).toEqual(expect.arrayContaining([...causes(log.slice(0, cut))]))
    }),
  )
})
