import { expect, test } from 'vitest'
import { obstacleOf } from '#renderer/sales-orders/entry/entry-obstacle.ts'
import { anybody, createDraftPricer } from '#renderer/sales-orders/entry/price-draft.ts'
import { lineId, products, sampleDraft, shop } from './entry-samples.ts'

const draft = { ...sampleDraft(), customer: { kind: 'walk_in', name: '' } as const }
const obstacle = (...arriving: readonly string[]) =>
  obstacleOf(draft, createDraftPricer().price(draft, products, shop, anybody), 'en', new Set(arriving))

test('[FIL] an order waits for the file of a line that is still being sent, and says of which', () => {
  expect(obstacle(lineId(2))).toEqual({ kind: 'file', lineId: lineId(2), number: 2 })
  expect(obstacle()).toBeNull()
})

test('[FIL] the file of a line that was taken away is waited for by nobody', () => {
  expect(obstacle(lineId(99))).toBeNull()
})
