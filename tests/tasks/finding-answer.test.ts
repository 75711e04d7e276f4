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
  expect(answersTo('refused')).toEqual(['again', 'theirs', 'edit'])
  expect(answersTo('overwritten')).toEqual(['again', 'theirs', 'edit'])
  expect(answersTo('payment.onCancelledOrder')).toEqual(['done'])
})

test('[F3] an answer writes what is put back and nothing else, and never an earlier answer', () => {
  const both = { promised: { on: '2026-12-01' }, 'lines.a.item': null }
  expect(valuesOfAnswer(fields, 'again', [])).toEqual({ ok: true, value: both })
  expect(valuesOfAnswer(fields, 'theirs', [])).toEqual({ ok: true, value: {} })
  expect(valuesOfAnswer(fields, 'done', [])).toEqual({ ok: true, value: {} })
  expect(valuesOfAnswer(fields, 'edit', ['promised'])).toEqual({ ok: true, value: { promised: both.promised } })
  expect(valuesOfAnswer(fields, 'edit', [])).toMatchObject({ refusal: { code: 'finding.nothingChosen' } })
  expect(valuesOfAnswer(fields, 'edit', ['answers.f'])).toMatchObject({ refusal: { code: 'finding.unknownField' } })
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
