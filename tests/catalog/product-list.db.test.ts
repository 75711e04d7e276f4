import { afterEach, expect, test } from 'vitest'
import type { PriceTable } from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { InputFor, OutputFor } from '#shared/contract.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'
import { businessCards, euroTable, tier } from './sample-products.ts'

let shop: TestShop
afterEach(() => shop.close())

const none = { options: [], optionRules: [], priceTable: null } as const

async function add(changes: Partial<Product>): Promise<string> {
  const id = shop.newId()
  await shop.command('product.add', { ...businessCards, ...none, barcodes: [], sku: '', ...changes, id })
  return id
}

async function namesOf(input: InputFor<'product.list'>): Promise<string[]> {
  return (await shop.query('product.list', input)).rows.map(({ name }) => name)
}

test('[CT14] the list is in the order of the reader’s language, up and down, page after page', async () => {
  shop = await createTestShop()
  await add({ names: { en: 'Aluminium signs', nl: 'Dibondborden' }, sku: 'B' })
  await add({ names: { en: 'Envelopes C10', nl: 'Envelop C10' }, sku: 'C' })
  await add({ names: { en: 'Envelopes C5', nl: 'Envelop C5' }, sku: 'A' })
  await add({ names: { en: 'Bags', nl: '“Écru” tassen' }, sku: 'D' })
  const dutch = ['Dibondborden', '“Écru” tassen', 'Envelop C5', 'Envelop C10']
  expect(await namesOf({})).toEqual(dutch)
  expect(await namesOf({ descending: true })).toEqual([...dutch].reverse())
  expect(await namesOf({ sort: 'sku' })).toEqual(['Envelop C5', 'Dibondborden', 'Envelop C10', '“Écru” tassen'])
  for (const descending of [false, true]) {
    const walked: string[] = []
    let after: OutputFor<'product.list'>['next'] = null
    do {
      const page: OutputFor<'product.list'> = await shop.query('product.list', { limit: 1, after, descending })
      walked.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after !== null)
    expect(walked).toEqual(descending ? [...dutch].reverse() : dutch)
  }
  await shop.command('user.change', { id: shop.administratorId, language: 'en' })
  expect(await namesOf({})).toEqual(['Aluminium signs', 'Bags', 'Envelopes C5', 'Envelopes C10'])
})

test('[CT15] “from” is the least that anybody pays, whatever way the product is priced', async () => {
  shop = await createTestShop()
  const entry = (way: PriceTable['entries'][number]['way']) => ({
    priceTable: { ...euroTable, entries: [{ names: {}, conditions: [], way }] },
  })
  const each = (cents: number) => ({ amount: cents * 10_000, base: 1 })
  await add({ names: { nl: 'a' }, ...entry({ kind: 'unit', price: each(245) }) })
  await add({
    names: { nl: 'b' },
    unit: 'HUR',
    ...entry({ kind: 'hourly', price: each(6000), minimum: 500, step: 250 }),
  })
  const areas = [{ from: 0, price: each(5900) }]
  await add({
    names: { nl: 'c' },
    options: businessCards.options,
    ...entry({ kind: 'area', minimumArea: 250, minimumCharge: 2500, tiers: areas }),
  })
  const tiers = [tier(100, 2200), tier(500, 4600)]
  await add({ names: { nl: 'd' }, ...entry({ kind: 'tiers', priced: 'run', between: 'tier_from', tiers }) })
  await add({ names: { nl: 'e' } })
  const fromAmounts = async () => (await shop.query('product.list', {})).rows.map(({ fromAmount }) => fromAmount)
  expect(await fromAmounts()).toEqual([245, 3000, 2500, 2200, null])
  await withPerson(shop, 'warehouse')
  expect(await fromAmounts()).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('[CT16] a product changed without the right to see prices keeps its prices and discount', async () => {
  shop = await createTestShop()
  const id = await add({ priceTable: businessCards.priceTable, options: businessCards.options, discount: 500 })
  const before = await shop.query('product.get', { id })
  const person = await withPerson(shop, 'warehouse')
  shop.actAs(shop.administratorId)
  await shop.command('user.change', { id: person, given: ['product.change'] })
  shop.actAs(person)
  const seen = await shop.query('product.get', { id })
  expect(seen).toEqual({ ...before, priceTable: null, discount: 0 })
  await shop.command('product.change', { ...seen, names: { nl: 'Kaartjes' } })
  shop.actAs(shop.administratorId)
  expect(await shop.query('product.get', { id })).toEqual({ ...before, names: { nl: 'Kaartjes' } })
})

test('[CT17] a product that is not there cannot be changed or archived', async () => {
  shop = await createTestShop()
  const id = shop.newId()
  const missing = { code: 'notFound.product', params: { id } }
  expect(await shop.refusal('command', 'product.change', { ...businessCards, id })).toEqual(missing)
  expect(await shop.refusal('command', 'product.archive', { id, archived: true })).toEqual(missing)
})
