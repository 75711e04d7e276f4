import { describe, expect, test } from 'vitest'
import { demoProducts } from '#main/demo-shop/demo-products.ts'
import { codeFrom } from '#renderer/catalog/edit/codes.ts'
import { withKind } from '#renderer/catalog/edit/kind-defaults.ts'
import { mergeProduct, withParts } from '#renderer/catalog/edit/merge-product.ts'
import { openProduct } from '#renderer/catalog/edit/open-product.ts'
import { movedUp, settleCodes, withOption, withValueCells } from '#renderer/catalog/edit/option-steps.ts'
import { partOfField } from '#renderer/catalog/edit/parts.ts'
import {
  addEntry,
  withAreaCells,
  withLevelCells,
  withoutLevel,
  withoutTier,
  withTierCells,
} from '#renderer/catalog/edit/price-steps.ts'
import {
  isBlankValue,
  newEntry,
  newOption,
  newPrices,
  newProduct,
  noTexts,
  type PriceValues,
  type ProductValues,
  productForm,
} from '#renderer/catalog/edit/product-values.ts'
import { readProduct } from '#renderer/catalog/edit/read-product.ts'
import type { Product } from '#shared/catalog/product.ts'
import { productSchema } from '#shared/catalog/product-schema.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { languages } from '#shared/kernel/language.ts'
import { testIds } from '#tests/support/create-test-app.ts'
import { brochure, businessCards } from './sample-products.ts'

const dutch = formatFor('nl')
const newId = testIds('product form')
const open = (product: Product) => openProduct(product, dutch, newId)
const read = (values: ProductValues) => readProduct(values, dutch, 'EUR')

describe('a product in its form', () => {
  test('[CT17] what nobody touched comes back as it was, for every product and language', () => {
    for (const product of [businessCards, brochure, ...demoProducts()]) {
      for (const language of languages) {
        const format = formatFor(language)
        const values = openProduct(product, format, newId)
        expect(productForm.safeParse(values).success).toBe(true)
        const { input, found, questions } = readProduct(values, format, 'EUR')
        expect(productSchema.parse(input), `${product.sku} ${language}`).toEqual(product)
        expect(found).toEqual([])
        expect(questions.size).toBe(0)
      }
    }
  })

  test('[CT1] a kind brings what usually goes with it, and a service is never in stock', () => {
    const fresh = newProduct(newId())
    expect(withKind(fresh, 'stock_article', true)).toMatchObject({ isStocked: true, isPersonalised: false })
    expect(withKind(fresh, 'print_product', true)).toMatchObject({ isStocked: false, isPersonalised: true })
    const stocked = { ...fresh, isStocked: true }
    expect(withKind(stocked, 'print_product', false)).toMatchObject({ isStocked: true, isPersonalised: true })
    expect(withKind(stocked, 'service', false)).toMatchObject({ isStocked: false })
  })

  test('[CT11] barcodes are read by their check digit; one that looks like a slip is said', () => {
    const { input, oddBarcodes } = read({
      ...newProduct(newId()),
      barcodes: ['4006381333931', '4006381333932', 'KAART-1', ''],
    })
    expect(input.barcodes).toEqual([
      { kind: 'ean13', code: '4006381333931' },
      { kind: 'free', code: '4006381333932' },
      { kind: 'free', code: 'KAART-1' },
    ])
    expect([...oddBarcodes]).toEqual([1])
  })

  test('F8 finds the part that holds a field', () => {
    expect(
      ['names', 'options.0.values', 'optionRules.1', 'priceTable.entries.0.way', 'quantities.3'].map(partOfField),
    ).toEqual(['general', 'options', 'options', 'prices', 'prices'])
  })
})

describe('options', () => {
  const nl = (text: string) => ({ ...noTexts, nl: text })

  test('[CT18] a code is made from the first name, and two never share one', () => {
    expect(codeFrom(nl('Mat gelamineerd'), '', [])).toBe('mat-gelamineerd')
    expect(codeFrom(noTexts, '85 × 55', [])).toBe('85x55')
    expect(codeFrom(nl('Écru, 300 g/m²'), '', [])).toBe('ecru-300-g-m2')
    expect(codeFrom(nl('A6'), '', ['a6', 'a6-2'])).toBe('a6-3')
    expect(codeFrom(nl('???'), '', [])).toBe('')
    expect(codeFrom(nl('x'.repeat(90)), '', [])).toHaveLength(64)
  })

  test('[CT18] codes are settled for what was named, and what has one keeps it', () => {
    const fresh = newProduct(newId())
    expect(settleCodes(fresh)).toBe(fresh)
    const option = { ...newOption(newId(), 'choice', newId()), names: nl('Papier') }
    const values = withValueCells(
      option.values,
      [
        { row: 0, column: 1, text: '300 g' },
        { row: 1, column: 1, text: '300 g' },
        { row: 2, column: 0, text: 'eigen' },
        { row: 2, column: 1, text: 'Eigen papier' },
      ],
      'nl',
      newId,
    )
    const settled = settleCodes({ ...fresh, options: [{ ...option, values }] })
    expect(settled.options[0]?.code).toBe('papier')
    expect(settled.options[0]?.values.map(({ code }) => code)).toEqual(['300-g', '300-g-2', 'eigen', ''])
    const renamed = withOption(settled, option.id, { names: nl('Soort papier') })
    expect(settleCodes(renamed).options[0]?.code).toBe('papier')
  })

  test('values grow as they are pasted, and one empty row is always left', () => {
    const rows = withValueCells([], [{ row: 2, column: 1, text: 'C' }], 'nl', newId)
    expect(rows.map((row) => row.names.nl)).toEqual(['', '', 'C', ''])
    expect(rows.map(isBlankValue)).toEqual([true, true, false, true])
    expect(movedUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
    expect(movedUp(['a', 'b'], 0)).toEqual(['a', 'b'])
  })

  test('[CT5] a rule without an option or a condition, and a condition without a value, are said', () => {
    const values = open(brochure)
    const [option] = values.options
    const rule = { id: newId(), option: '', values: [], effect: 'only_if' as const, conditions: [] }
    const condition = { id: newId(), option: option?.code ?? '', anyOf: [], from: '', to: '' }
    const kept = values.rules.length
    const { found } = read({
      ...values,
      rules: [...values.rules, rule, { ...rule, option: option?.code ?? '', conditions: [condition] }],
    })
    expect(found).toEqual([
      { field: `optionRules.${kept}.option`, code: 'rule.withoutOption' },
      { field: `optionRules.${kept}.conditions`, code: 'rule.withoutCondition' },
      { field: `optionRules.${kept + 1}.conditions.0.anyOf`, code: 'condition.withoutValues' },
    ])
  })
})

describe('prices', () => {
  const list = (): PriceValues => addEntry(newPrices('EUR', false, '2026-11-02'), 'e1', 'tiers')
  const product = (prices: PriceValues): ProductValues => ({
    ...newProduct(newId()),
    names: { ...noTexts, nl: 'x' },
    prices,
  })
  const cells = (texts: readonly (readonly string[])[]) =>
    texts.flatMap((row, at) => row.map((text, column) => ({ row: at, column, text })))

  test('[CT8] [CT19] a pasted block becomes tiers; the last row waits for the next', () => {
    const prices = withTierCells(
      list(),
      cells([
        ['100', '22,00'],
        ['500', '46'],
        ['1.000', '1.284,50'],
      ]),
    )
    expect(prices.quantities).toEqual(['100', '500', '1.000', ''])
    const { input, found } = read(product(prices))
    expect(found).toEqual([])
    expect(input.priceTable?.entries[0]?.way).toEqual({
      kind: 'tiers',
      priced: 'run',
      between: 'tier_from',
      tiers: [
        { from: 100_000, price: { amount: 22_000_000, base: 100 } },
        { from: 500_000, price: { amount: 46_000_000, base: 500 } },
        { from: 1_000_000, price: { amount: 1_284_500_000, base: 1000 } },
      ],
    })
  })

  test('[CT8] columns share the quantities; an empty cell is no tier of that column', () => {
    const two = addEntry(list(), 'e2', 'tiers')
    const prices = withTierCells(
      two,
      cells([
        ['100', '22', '30'],
        ['250', '', '41'],
        ['500', '46', ''],
      ]),
    )
    const { input } = read(product(prices))
    const froms = input.priceTable?.entries.map(({ way }) =>
      way.kind === 'tiers' ? way.tiers.map(({ from }) => from) : [],
    )
    expect(froms).toEqual([
      [100_000, 500_000],
      [100_000, 250_000],
    ])
    const without = withoutTier(prices, 0)
    expect(without.quantities).toEqual(['250', '500', ''])
    expect(without.entries.map(({ prices: column }) => column)).toEqual([
      ['', '46', ''],
      ['41', '', ''],
    ])
  })

  test('[CT19] reliability 8, 9: what cannot be read stays as typed and is said where it stands', () => {
    const prices = withTierCells(
      list(),
      cells([
        ['100', 'abc'],
        ['1,5', '30'],
        ['90', '40'],
        ['', '50'],
      ]),
    )
    const { found, input } = read(product(prices))
    expect(found).toEqual([
      { field: 'quantities.1', code: 'number.tooManyDecimals' },
      { field: 'quantities.2', code: 'price.tiersNotRising' },
      { field: 'quantities.3', code: 'number.missing' },
      { field: 'priceTable.entries.0.way.prices.0', code: 'number.malformed' },
    ])
    // Something harmless stands in its place: nothing else is complained about because of it.
    expect(productSchema.safeParse(input).success).toBe(true)
    expect(prices.entries[0]?.prices[0]).toBe('abc')
  })

  test('[CT19] reliability 8: a number with two readings is asked about with both', () => {
    const prices = withTierCells(list(), cells([['100', '1.234']]))
    const { found, questions } = read(product(prices))
    expect(found).toEqual([{ field: 'priceTable.entries.0.way.prices.0', code: 'number.ambiguous' }])
    const [fraction = '', grouped = ''] = questions.get('priceTable.entries.0.way.prices.0') ?? []
    const amounts = [fraction, grouped].map((text) => {
      const { input, found: left } = read(product(withTierCells(prices, [{ row: 0, column: 1, text }])))
      const way = input.priceTable?.entries[0]?.way
      return { left, amount: way?.kind === 'tiers' ? way.tiers[0]?.price.amount : null }
    })
    expect(amounts).toEqual([
      { left: [], amount: 1_234_000 },
      { left: [], amount: 1_234_000_000 },
    ])
  })

  test('a column without any price is said at its first cell', () => {
    const { found } = read(product(withTierCells(list(), [{ row: 0, column: 0, text: '100' }])))
    expect(found).toEqual([{ field: 'priceTable.entries.0.way.tiers', code: 'price.withoutTiers' }])
  })

  test('prices by area take rows as they come, and leave one to type into', () => {
    const entry = withAreaCells(newEntry('a', 'area', 1), [
      { row: 0, column: 1, text: '59' },
      { row: 1, column: 0, text: '10' },
      { row: 1, column: 1, text: '53,10' },
    ])
    expect(entry.areas).toEqual([
      { from: '0', price: '59' },
      { from: '10', price: '53,10' },
      { from: '', price: '' },
    ])
  })

  test('surcharges are typed across their rows; the last row of one takes it along', () => {
    const { surcharges } = open(businessCards).prices ?? list()
    const [first] = surcharges
    if (first === undefined) throw new Error('the cards have surcharges')
    const rows = first.levels.length
    const changed = withLevelCells(surcharges, [
      { row: 0, column: 1, text: '9' },
      { row: rows, column: 2, text: '4,50' },
    ])
    expect(changed[0]?.levels[0]?.percent).toBe('9')
    expect(changed[1]?.levels[0]?.perRun).toBe('4,50')
    const gone = first.levels.reduce((now) => withoutLevel(now, first.id, 0), [...surcharges])
    expect(gone).toEqual(surcharges.slice(1))
  })
})

describe('what others made of the product meanwhile', () => {
  const base = businessCards
  const mine: Product = { ...base, sku: 'MINE', priceTable: null }

  test('[CT17] what only they changed stands, what only one changed here stays', () => {
    const theirs: Product = { ...base, vatLevel: 'reduced', options: base.options.slice(0, 1) }
    expect(mergeProduct(base, mine, theirs)).toEqual({
      product: { ...mine, vatLevel: 'reduced', options: theirs.options },
      disputed: [],
    })
  })

  test('[CT17] a part that both changed otherwise is disputed; the same change is not', () => {
    const theirs: Product = { ...base, sku: 'MINE', priceTable: brochure.priceTable }
    expect(mergeProduct(base, mine, theirs)).toEqual({ product: mine, disputed: ['priceTable'] })
    expect(withParts(mine, ['priceTable'], theirs)).toEqual({ ...mine, priceTable: brochure.priceTable })
  })

  test('[CT17] options and rules are one part: half of each is never put together', () => {
    const ruled: Product = { ...base, optionRules: brochure.optionRules }
    const optioned: Product = { ...base, options: base.options.slice(0, 1) }
    expect(mergeProduct(base, ruled, optioned)).toEqual({ product: ruled, disputed: ['options'] })
    expect(withParts(ruled, ['options'], optioned)).toEqual(optioned)
  })
})
