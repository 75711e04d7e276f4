import { expect, test } from 'vitest'
import { demoCategories, demoProducts } from '#main/demo-shop/demo-products.ts'
import { completeConfiguration } from '#shared/catalog/configuration.ts'
import { lineTitle } from '#shared/catalog/line-title.ts'
import { priceLine } from '#shared/pricing/price-line.ts'

test('the demo catalogue has some sixty products that all parse, price and have a name in five languages', () => {
  const products = demoProducts()
  expect(products.length).toBeGreaterThanOrEqual(58)
  expect(demoCategories()).toHaveLength(12)
  for (const product of products) {
    const configuration = completeConfiguration(product, {})
    const quantity = { sets: 1, each: product.unit === 'HUR' ? 1500 : 1_000_000 }
    const priced = priceLine({
      product,
      configuration,
      quantity,
      currency: 'EUR',
      includesVat: false,
      vatRate: 2100,
      productDiscount: 0,
      customerDiscount: null,
      rounding: null,
      rush: null,
      override: null,
      lastUnitPrice: null,
    })
    expect([product.sku, priced.ok]).toEqual([product.sku, true])
    for (const language of ['en', 'nl', 'fr', 'de', 'pl'] as const)
      expect(
        lineTitle(product, configuration, quantity, { language, company: 'nl', say: (key) => key }).product,
      ).not.toBe('')
  }
})

test('1,000 business cards 85×55 on 350 g cost 52.00', () => {
  const product = demoProducts().find((each) => each.sku === 'BC-STD')
  if (product === undefined) throw new Error('no business cards')
  const configuration = completeConfiguration(product, {})
  const priced = priceLine({
    product,
    configuration,
    quantity: { sets: 1, each: 1_000_000 },
    currency: 'EUR',
    includesVat: false,
    vatRate: 2100,
    productDiscount: 0,
    customerDiscount: { rate: 500, names: {} },
    rounding: null,
    rush: null,
    override: null,
    lastUnitPrice: null,
  })
  expect(priced).toMatchObject({ ok: true, value: { listAmount: 5200, amount: 4940 } })
})
