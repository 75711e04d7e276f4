import { expect, test } from 'vitest'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { grantToSee, readableFields } from '#shared/users/history.ts'

const line: ChangedFields = {
  status: ['draft', 'confirmed'],
  'lines.a.item': [
    {
      product: 'cards',
      quantity: 500,
      unitPrice: { amount: 948000, base: 1000 },
      vat: { rate: 2100 },
      steps: [{ params: { per: 9 } }],
    },
    { product: 'cards', quantity: 750, unitPrice: { amount: 948000, base: 1000 }, vat: { rate: 2100 } },
  ],
  netAmount: [47400, 71100],
  purchaseCost: [null, 30000],
}

test('[U15] money is left out of a history for those who may not see it, and is said to be', () => {
  expect(readableFields('sales_order', line, () => false)).toEqual([
    { path: 'status', from: 'draft', to: 'confirmed', isHidden: false },
    {
      path: 'lines.a.item',
      from: { product: 'cards', quantity: 500 },
      to: { product: 'cards', quantity: 750 },
      isHidden: true,
    },
    { path: 'netAmount', from: null, to: null, isHidden: true },
    { path: 'purchaseCost', from: null, to: null, isHidden: true },
  ])
})

test('[U15] who may see prices sees them, and still no costs', () => {
  const fields = readableFields('sales_order', line, (grant) => grant === 'price.see')
  expect(fields.map((each) => [each.path, each.isHidden])).toEqual([
    ['status', false],
    ['lines.a.item', false],
    ['netAmount', false],
    ['purchaseCost', true],
  ])
  expect(fields[1]?.to).toEqual(line['lines.a.item']?.[1])
})

test('[U15] what only sounds like money stays: whether prices are shown with VAT, a VAT number', () => {
  const fields: ChangedFields = { pricesIncludeVat: [false, true], vatNumbers: [[], ['NL123456782B90']] }
  expect(readableFields('company', fields, () => false).map((each) => each.isHidden)).toEqual([false, false])
})

test('[U15] a history is for those who may see the document', () => {
  expect([grantToSee('sales_order'), grantToSee('party')]).toEqual(['salesOrder.see', 'party.see'])
})

test('[U15] money that does not sound like it is listed per entity', () => {
  const fields: ChangedFields = { rush: [null, { kind: 'percent', percent: 2500 }], delivery: ['pick_up', 'delivery'] }
  expect(readableFields('sales_order', fields, () => false).map((each) => each.isHidden)).toEqual([true, false])
})
