import type { Category, CategoryId } from '#shared/catalog/category.ts'
import type { OptionSurcharge, PriceTable, PriceTier } from '#shared/catalog/price-table.ts'
import type { CountedNames, Product } from '#shared/catalog/product.ts'
import type { ProductOption, SizeValue } from '#shared/catalog/product-options.ts'
import { categorySchema, productSchema } from '#shared/catalog/product-schema.ts'
import { positionsBetween } from '#shared/kernel/fractional-position.ts'
import { type LocalText, noText } from '#shared/kernel/local-text.ts'
import { unitPriceOfRun } from '#shared/kernel/money.ts'
import { wholeQuantity } from '#shared/kernel/quantity.ts'
import { type DemoProductRow, demoProductRows } from './demo-product-rows.ts'
import { categoryWords, optionWords, valueWords } from './demo-words.ts'
import { chanceOf } from './random.ts'

/** The same id for the same word in every demo shop, shaped like the rest. */
export function demoId(kind: string, name: string): string {
  let seed = 0x811c9dc5
  for (const letter of `${kind}:${name}`) seed = Math.imul(seed ^ letter.charCodeAt(0), 0x01000193)
  return chanceOf(seed).uuid(0x0190_0000_0000)
}

const millimetres: Readonly<Record<string, readonly [number, number]>> = {
  '85x55': [85, 55],
  '93x93': [93, 93],
  '60x60': [60, 60],
  '40x40': [40, 40],
  '100x50': [100, 50],
  '90x120': [90, 120],
  '50x90': [50, 90],
  '148x148': [148, 148],
  a7: [74, 105],
  a6: [105, 148],
  a5: [148, 210],
  a4: [210, 297],
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
  a0: [841, 1189],
  dl: [99, 210],
  c5: [229, 162],
}

/** How the price of a run grows with its quantity, as parts of the price at the base quantity (1,000 or 100). */
const curve: readonly (readonly [parts: number, factor: number])[] = [
  [0.1, 0.42],
  [0.25, 0.56],
  [0.5, 0.73],
  [1, 1],
  [2.5, 1.85],
  [5, 3.1],
  [10, 5.4],
]

export function demoCategories(): readonly Category[] {
  const names = Object.keys(categoryWords)
  const positions = positionsBetween(null, null, names.length)
  return names.map((name, index) =>
    categorySchema.parse({
      id: demoId('category', name),
      parentId: name === 'print' || name === 'stock' || name === 'services' ? null : demoId('category', 'print'),
      names: categoryWords[name],
      position: positions[index],
      archived: false,
    }),
  )
}

export function demoProducts(): readonly Product[] {
  return demoProductRows.map((row, index) => productSchema.parse(productFrom(row, index)))
}

function productFrom(row: DemoProductRow, index: number) {
  const kind =
    row.makeUp === 'hour' || row.makeUp === 'fixed'
      ? 'service'
      : row.makeUp === 'stock'
        ? 'stock_article'
        : 'print_product'
  return {
    id: demoId('product', row.sku),
    kind,
    assortment: row.supplier === undefined ? 'own' : 'supplier',
    supplier: row.supplier === undefined ? null : { mark: row.supplier, partyId: null, sku: null },
    isPersonalised: kind === 'print_product',
    isStocked: kind === 'stock_article',
    sku: row.sku,
    barcodes: kind === 'stock_article' ? [{ kind: 'ean13', code: ean13(index) }] : [],
    categoryId: demoId('category', row.category) as CategoryId,
    unit: row.makeUp === 'hour' ? 'HUR' : 'C62',
    names: namesOf(row),
    countedNames: row.makeUp === 'hour' ? {} : countedNamesOf(row),
    descriptions: noText,
    vatLevel: row.sku === 'BK-SOFT' ? 'reduced' : 'standard',
    imageHash: null,
    archived: false,
    options: optionsOf(row),
    optionRules: [],
    priceTable: priceTableOf(row),
    discount: 0,
  }
}

/** A test prefix of GS1 (2: for use within a company) with the product's place and its check digit. */
function ean13(index: number): string {
  const digits = `2900000${String(index + 1).padStart(5, '0')}`
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

function namesOf({ words }: DemoProductRow): LocalText {
  const plural = (text: string): string => {
    const [one = '', ...more] = text.split('|')
    const name = more[0] ?? one
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  }
  const [en, nl, fr, de, pl] = words
  return { en: plural(en), nl: plural(nl), fr: plural(fr), de: plural(de), pl: plural(pl) }
}

function countedNamesOf({ words: [en, nl, fr, de, pl] }: DemoProductRow): CountedNames {
  const forms = (text: string) => {
    const [one = '', other = one] = text.split('|')
    return { one, other }
  }
  const [one = '', few = one, many = few] = pl.split('|')
  return {
    en: forms(en),
    nl: forms(nl),
    fr: { ...forms(fr), many: forms(fr).other },
    de: forms(de),
    pl: { one, few, many, other: few },
  }
}

function optionsOf(row: DemoProductRow): readonly ProductOption[] {
  const options: ProductOption[] = []
  const sizes = row.sizes ?? []
  if (row.makeUp === 'area')
    options.push({
      kind: 'size',
      code: 'size',
      names: named(optionWords, 'size'),
      isInTitle: true,
      values: [sizeValue('200x100', 2000, 1000), sizeValue('300x100', 3000, 1000), sizeValue('340x173', 3400, 1730)],
      free: { minWidth: 1000, maxWidth: 50_000, minHeight: 1000, maxHeight: 50_000 },
      defaultValue: '300x100',
    })
  else if (sizes.length > 0)
    options.push({
      kind: 'size',
      code: 'size',
      names: named(optionWords, 'size'),
      isInTitle: true,
      values: sizes.map((code) => sizeValue(code, ...(millimetres[code] ?? [100, 100]))),
      free: { minWidth: 300, maxWidth: 12_000, minHeight: 300, maxHeight: 12_000 },
      defaultValue: sizes[0] ?? null,
    })
  if (row.makeUp === 'pages_100')
    options.push({
      kind: 'pages',
      code: 'pages',
      names: named(optionWords, 'pages'),
      isInTitle: true,
      min: 8,
      max: 200,
      step: 4,
      offered: [8, 12, 16, 20, 24, 32, 48],
      defaultValue: 16,
    })
  if (row.papers !== undefined) options.push(choiceOf('paper', row.papers, true))
  if (row.papers !== undefined && row.makeUp !== 'pages_100')
    options.push(choiceOf('sides', ['4-4', '4-0', '1-0'], true))
  if (row.finishes !== undefined && row.finishes.length > 1) options.push(choiceOf('finish', row.finishes, false))
  return options
}

function named(table: Readonly<Record<string, LocalText>>, key: string): LocalText {
  const text = table[key]
  if (text === undefined) throw new Error(`the demo catalogue has no words for ${key}`)
  return text
}

function sizeValue(code: string, width: number, height: number): SizeValue {
  const isNamed = /^[a-c]\d$|^dl$/.test(code)
  const name = code.toUpperCase()
  return {
    code,
    names: isNamed ? { en: name, nl: name, fr: name, de: name, pl: name } : noText,
    lineNames: noText,
    isUnsaid: false,
    width: width * 10,
    height: height * 10,
  }
}

function choiceOf(code: string, values: readonly string[], isInTitle: boolean): ProductOption {
  return {
    kind: 'choice',
    code,
    names: named(optionWords, code),
    isInTitle,
    values: values.map((each) => ({
      code: each,
      names: named(valueWords, each),
      lineNames: noText,
      isUnsaid: each === 'none',
    })),
    defaultValue: values[0] ?? null,
  }
}

const euros = { currency: 'EUR', includesVat: false, datedOn: '2026-11-02', sets: 'each_a_run', extraSet: 0 } as const

function priceTableOf(row: DemoProductRow): PriceTable {
  const entry = (way: PriceTable['entries'][number]['way']): PriceTable['entries'] => [
    { names: namesOf(row), conditions: [], way },
  ]
  const unit = { amount: row.cents * 10_000, base: 1 }
  switch (row.makeUp) {
    case 'sheet_1000':
      return { ...euros, entries: entry(runs(row.cents, 1000)), surcharges: surchargesOf(row, 1000) }
    case 'sheet_100':
    case 'pages_100':
      return {
        ...euros,
        entries: entry(runs(row.cents, 100)),
        surcharges: [...surchargesOf(row, 100), ...pageSurcharges(row)],
      }
    case 'area':
      return {
        ...euros,
        entries: entry({
          kind: 'area',
          minimumArea: 250,
          minimumCharge: 2500,
          tiers: [
            { from: 0, price: unit },
            { from: 10_000, price: { amount: row.cents * 9_000, base: 1 } },
            { from: 50_000, price: { amount: row.cents * 7_800, base: 1 } },
          ],
        }),
        surcharges: row.finishes?.includes('hemmed')
          ? [perSquareMetre('hemmed', 320)]
          : row.finishes?.includes('laminate')
            ? [perSquareMetre('laminate', 680)]
            : [],
      }
    case 'hour':
      return { ...euros, entries: entry({ kind: 'hourly', price: unit, minimum: 250, step: 250 }), surcharges: [] }
    default:
      return { ...euros, entries: entry({ kind: 'unit', price: unit }), surcharges: [] }
  }
}

function runs(cents: number, base: number) {
  const tiers: readonly PriceTier[] = curve.map(([parts, factor]) => {
    const pieces = Math.round(base * parts)
    // Price lists end in whole tens of cents; the base quantity keeps the very price of its row.
    const price = factor === 1 ? cents : Math.round((cents * factor) / 50) * 50
    return { from: wholeQuantity(pieces), price: unitPriceOfRun(price, 'EUR', pieces) }
  })
  return { kind: 'tiers', priced: 'run', between: 'tier_from', tiers } as const
}

const noPart = { perRun: 0, perPiece: null, perPage: null, perSquareMetre: null, percent: 0 }

/** Heavier paper and finishing cost a part more; single-sided printing a part less. */
function surchargesOf(row: DemoProductRow, base: number): readonly OptionSurcharge[] {
  const percent = (option: string, value: string, basisPoints: number): OptionSurcharge => ({
    names: noText,
    conditions: [{ kind: 'values', option, anyOf: [value] }],
    levels: [{ from: 0, ...noPart, percent: basisPoints }],
  })
  const perRun = (value: string, cents: number): OptionSurcharge => ({
    names: noText,
    conditions: [{ kind: 'values', option: 'finish', anyOf: [value] }],
    levels: [
      { from: 0, ...noPart, perRun: Math.round(cents / 2) },
      { from: wholeQuantity(base), ...noPart, perRun: cents },
    ],
  })
  const papers = (row.papers ?? []).slice(1).map((paper, at) => percent('paper', paper, 900 * (at + 1)))
  const sides =
    row.papers !== undefined && row.makeUp !== 'pages_100'
      ? [percent('sides', '4-0', -800), percent('sides', '1-0', -1500)]
      : []
  const finishes = (row.finishes ?? [])
    .slice(1)
    .map((finish, at) => perRun(finish, Math.max(500, Math.round((row.cents * (18 + at * 9)) / 1000) * 10)))
  const larger = (row.sizes ?? []).slice(1).map((size, at) => percent('size', size, 2200 * (at + 1)))
  return [...papers, ...sides, ...larger, ...(row.finishes !== undefined && row.finishes.length > 1 ? finishes : [])]
}

function pageSurcharges(row: DemoProductRow): readonly OptionSurcharge[] {
  if (row.makeUp !== 'pages_100') return []
  return [
    {
      names: noText,
      conditions: [{ kind: 'pages', option: 'pages', from: 9, to: null }],
      levels: [{ from: 0, ...noPart, perPage: { amount: 18_000, base: 1 } }],
    },
  ]
}

function perSquareMetre(finish: string, cents: number): OptionSurcharge {
  return {
    names: noText,
    conditions: [{ kind: 'values', option: 'finish', anyOf: [finish] }],
    levels: [{ from: 0, ...noPart, perSquareMetre: { amount: cents * 10_000, base: 1 } }],
  }
}
