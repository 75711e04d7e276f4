import { expect, test } from 'vitest'
import { newProductLine, withLineBack, withLineMoved, withoutLine } from '#renderer/sales-orders/entry/draft-lines.ts'
import { hasContent, readDraft } from '#renderer/sales-orders/entry/order-draft.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { lineId, sampleDraft } from './entry-samples.ts'

const ids = (draft: { lines: readonly { id: string }[] }) => draft.lines.map(({ id }) => Number(id.slice(-2)))

test('[SOE7] a removed line can be taken back to where it stood', () => {
  const draft = sampleDraft()
  const second = draft.lines[1]
  if (second === undefined) throw new Error('the sample has three lines')
  const without = withoutLine(draft, second.id)
  expect(ids(without)).toEqual([1, 3])
  expect(withLineBack(without, second)).toEqual(draft)
  expect(withLineBack(draft, second)).toEqual(draft)
})

test('[SOE7] a line moves up and down and stops at the ends', () => {
  const draft = sampleDraft()
  expect(ids(withLineMoved(draft, lineId(3), -1))).toEqual([1, 3, 2])
  expect(ids(withLineMoved(draft, lineId(1), 1))).toEqual([2, 1, 3])
  expect(withLineMoved(draft, lineId(1), -1)).toEqual(draft)
  expect(withLineMoved(draft, lineId(3), 1)).toEqual(draft)
})

test('[SOE3] a new line begins with the smallest run and the defaults', () => {
  expect(newProductLine(lineId(9), businessCards).what).toEqual({
    kind: 'product',
    productId: businessCards.id,
    configuration: { size: '85x55', paper: '350', finish: 'none' },
    quantity: { sets: 1, each: 250_000 },
    override: null,
  })
})

test('[SOE2] a kept draft reads back as it was; another form is not guessed at', () => {
  const draft = sampleDraft()
  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  expect(readDraft({ ...draft, lines: [{ id: 'x' }] })).toBeNull()
  expect(readDraft(null)).toBeNull()
  expect(hasContent(draft)).toBe(true)
  expect(hasContent({ ...draft, customer: null, lines: [] })).toBe(false)
})
