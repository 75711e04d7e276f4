import { expect, test } from 'vitest'
import { documentEntity, free, rows } from '#shared/kernel/change/entity.ts'
import { readDocument } from '#shared/kernel/change/fold.ts'
import { valueAt, withValues } from '#shared/kernel/change/values-at.ts'
import { answersTo, valuesOfAnswer } from '#shared/tasks/finding-answer.ts'

const fields = [
  { path: 'promised', lost: { value: { on: '2026-12-01' } } },
  { path: 'lines.a.item', lost: { value: null } },
  { path: 'answers.f', lost: { value: 'again' } },
]

test('[F3] [F5] between two versions one chooses; of facts one says that it is seen to', () => {
  for (const kind of ['refused', 'overwritten', 'takenAway'])
    expect(answersTo(kind, true, true)).toEqual(['again', 'theirs', 'edit'])
  expect(answersTo('payment.onCancelledOrder', true, false)).toEqual(['done'])
})

test('[F9] what was handed in is taken into a document that is there; else, and of what was flagged, one says that it was seen', () => {
  expect(answersTo('station.revoked', true, true)).toEqual(['again', 'theirs', 'edit'])
  expect(answersTo('station.revoked', true, false)).toEqual(['done'])
  expect(answersTo('station.revoked', false, true)).toEqual(['done'])
  expect(answersTo('author.leftSince', true, false)).toEqual(['done'])
  expect(answersTo('change.unreadable', false, false)).toEqual(['done'])
})

test('[Y40] of what was taken away only that is chosen: what was worked on comes back with it', () => {
  const finding = {
    kind: 'takenAway',
    fields: [
      { path: 'lines.a.removed', lost: { value: false } },
      { path: 'lines.a.item', lost: { value: { quantity: 2 } } },
    ],
  }
  expect(valuesOfAnswer(finding, 'again', [])).toEqual({ ok: true, value: { 'lines.a.removed': false } })
  expect(valuesOfAnswer(finding, 'edit', ['lines.a.item'])).toMatchObject({ refusal: { code: 'finding.unknownField' } })
})

test('[F3] an answer writes what is put back and nothing else, and never an earlier answer', () => {
  const both = { promised: { on: '2026-12-01' }, 'lines.a.item': null }
  expect(valuesOfAnswer({ kind: 'refused', fields }, 'again', [])).toEqual({ ok: true, value: both })
  expect(valuesOfAnswer({ kind: 'refused', fields }, 'theirs', [])).toEqual({ ok: true, value: {} })
  expect(valuesOfAnswer({ kind: 'refused', fields }, 'done', [])).toEqual({ ok: true, value: {} })
  expect(valuesOfAnswer({ kind: 'refused', fields }, 'edit', ['promised'])).toEqual({
    ok: true,
    value: { promised: both.promised },
  })
  expect(valuesOfAnswer({ kind: 'refused', fields }, 'edit', [])).toMatchObject({
    refusal: { code: 'finding.nothingChosen' },
  })
  expect(valuesOfAnswer({ kind: 'refused', fields }, 'edit', ['answers.f'])).toMatchObject({
    refusal: { code: 'finding.unknownField' },
  })
})

test('[F4] what a document would be is asked with the values in their places, a new row among them', () => {
  const crate = documentEntity('crate', { label: free('x'), items: rows({ text: free('none'), note: free('') }) })
  const before = readDocument(crate, { 'items.a.text': 'one' })
  const after = withValues(crate, before, { label: 'y', 'items.a.note': 'n', 'items.b.text': 'two' })
  expect(after).toEqual({ label: 'y', items: { a: { text: 'one', note: 'n' }, b: { text: 'two', note: '' } } })
  expect(before).toEqual({ label: 'x', items: { a: { text: 'one', note: '' } } })
  expect([valueAt(after, 'items.b.text'), valueAt(after, 'items.c.text'), valueAt(after, 'label')]).toEqual([
    'two',
    null,
    'y',
  ])
})
