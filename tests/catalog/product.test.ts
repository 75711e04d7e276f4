import { describe, expect, it } from 'vitest'
import { barcodeKey, readBarcode } from '#shared/catalog/barcode.ts'
import type { Product } from '#shared/catalog/product.ts'
import { productSchema } from '#shared/catalog/product-schema.ts'
import { textIn } from '#shared/kernel/local-text.ts'
import { brochure, businessCards, choiceOption, perRun, tier, value } from './sample-products.ts'

/** The problem codes of a product by path; empty: it may be saved. */
function issues(changes: Partial<Record<keyof Product, unknown>>, product: Product = businessCards) {
  const parsed = productSchema.safeParse({ ...product, ...changes })
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('product', () => {
  it('[CT1] a product with its options and prices is one value that survives being stored', () => {
    for (const product of [businessCards, brochure]) {
      expect(productSchema.parse(JSON.parse(JSON.stringify(product)))).toEqual(product)
    }
  })

  it('[CT1] needs a name, a supplier when it is not our own, and a service is never in stock', () => {
    expect(issues({ names: { en: ' ' } })).toEqual(['names: product.withoutName'])
    expect(issues({ assortment: 'supplier' })).toEqual(['supplier: product.withoutSupplier'])
    const supplier = { mark: 'Fictional Press', partyId: null, sku: 'fp-1' }
    expect(issues({ assortment: 'supplier', supplier })).toEqual([])
    expect(issues({ kind: 'service', isStocked: true })).toEqual(['isStocked: product.serviceInStock'])
  })

  it("[CT2] texts come in the language asked, else the company's, else English, else any", () => {
    const texts = { nl: 'Visitekaartjes', fr: 'Cartes de visite', en: 'Business cards' }
    expect(textIn(texts, 'fr', 'nl')).toBe('Cartes de visite')
    expect(textIn(texts, 'pl', 'nl')).toBe('Visitekaartjes')
    expect(textIn(texts, 'pl', 'de')).toBe('Business cards')
    expect(textIn({ de: 'Visitenkarten' }, 'pl', 'nl')).toBe('Visitenkarten')
    expect(textIn({}, 'pl', 'nl')).toBe('')
  })

  it('[CT3] options and values have codes of their own, and rules, conditions and defaults name existing ones', () => {
    const paper = choiceOption('paper', 'Paper', [value('a', 'A'), value('a', 'B')])
    const bare = { optionRules: [], priceTable: null }
    expect(issues({ ...bare, options: [paper] })).toEqual(['options.0.values.1.code: option.valueTwice'])
    const fine = choiceOption('paper', 'Paper', [value('a', 'A')])
    expect(issues({ ...bare, options: [fine, fine] })).toEqual(['options.1.code: option.codeTwice'])
    expect(issues({ ...bare, options: [{ ...fine, defaultValue: 'z' }] })).toEqual([
      'options.0.defaultValue: option.unknownDefault',
    ])
    const conditions = [{ kind: 'values', option: 'glue', anyOf: ['yes'] }]
    const rule = { option: 'paper', values: ['z'], effect: 'only_if', conditions }
    expect(issues({ ...bare, options: [fine], optionRules: [rule] })).toEqual([
      'optionRules.0.values: option.unknownValue',
      'optionRules.0.conditions.0.option: option.unknown',
    ])
    const [size] = businessCards.options
    expect(issues({ ...bare, options: [size, { ...size, code: 'second' }] })).toEqual(['options.1: option.secondSize'])
    expect(issues({ ...bare, options: [fine], priceTable: { ...brochure.priceTable } }, brochure)).toContain(
      'priceTable.surcharges.0.conditions.0.option: option.unknown',
    )
  })

  it('[CT8] a price table has rising tiers, a base that is the tier, and the size, pages or hours it counts', () => {
    const table = businessCards.priceTable
    const way = (tiers: unknown, more = {}) => ({
      priceTable: {
        ...table,
        entries: [
          { names: {}, conditions: [], way: { kind: 'tiers', priced: 'run', between: 'tier_from', tiers, ...more } },
        ],
      },
    })
    expect(issues(way([tier(500, 100), tier(250, 90)])).length).toBeGreaterThan(0)
    expect(issues(way([tier(500, 100), tier(500, 90)])).length).toBeGreaterThan(0)
    expect(issues(way([{ ...tier(500, 100), from: 400_000 }])).length).toBeGreaterThan(0)
    expect(issues(way([{ ...tier(500, 100), from: 400_000 }], { priced: 'unit' }))).toEqual([])
    const hourly = { kind: 'hourly', price: { amount: 60_000_000, base: 1 }, minimum: 500, step: 250 }
    const entries = [{ names: {}, conditions: [], way: hourly }]
    expect(issues({ priceTable: { ...table, entries } })).toEqual(['unit: price.needsHours'])
    expect(issues({ unit: 'HUR', priceTable: { ...table, entries } })).toEqual([])
    const { conditions } = perRun('paper', '400', [])
    const level = {
      from: 0,
      perRun: 0,
      perPiece: null,
      perPage: { amount: 1000, base: 1 },
      perSquareMetre: null,
      percent: 0,
    }
    const surcharges = [{ names: {}, conditions, levels: [level] }]
    expect(issues({ priceTable: { ...table, surcharges } })).toEqual(['priceTable: price.needsPages'])
  })

  it('[CT11] knows trade numbers by their check digit and keeps everything else as it is', () => {
    expect(readBarcode(' 4012345678901 ')).toEqual({
      barcode: { kind: 'ean13', code: '4012345678901' },
      hasWrongCheckDigit: false,
    })
    expect(readBarcode('9638-5074')).toMatchObject({ barcode: { kind: 'ean8' } })
    expect(readBarcode('012345678905')).toMatchObject({ barcode: { kind: 'upca' } })
    expect(readBarcode('4012345678902')).toEqual({
      barcode: { kind: 'free', code: '4012345678902' },
      hasWrongCheckDigit: true,
    })
    expect(readBarcode('SHELF-07')).toEqual({ barcode: { kind: 'free', code: 'SHELF-07' }, hasWrongCheckDigit: false })
    expect(readBarcode('  ')).toBeNull()
    expect(barcodeKey({ kind: 'upca', code: '012345678905' })).toBe('0012345678905')
    expect(issues({ barcodes: [{ kind: 'ean13', code: '4012345678902' }] })).toEqual(['barcodes.0: barcode.checkDigit'])
    const twice = { kind: 'ean13', code: '4012345678901' }
    expect(issues({ barcodes: [twice, twice] })).toEqual(['barcodes.1.code: product.barcodeTwice'])
  })
})
