import type { OptionSurcharge, PriceTable, PriceTier } from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { ChoiceOption, OptionValue } from '#shared/catalog/product-options.ts'
import { productSchema } from '#shared/catalog/product-schema.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'
import { unitPriceOfRun } from '#shared/kernel/money.ts'
import { wholeQuantity } from '#shared/kernel/quantity.ts'

export const en = (text: string): LocalText => ({ en: text })

export function value(code: string, name: string, extra: Partial<OptionValue> = {}): OptionValue {
  return { code, names: en(name), lineNames: {}, isUnsaid: false, ...extra }
}

export function choiceOption(
  code: string,
  name: string,
  values: readonly OptionValue[],
  isInTitle = true,
): ChoiceOption {
  return { kind: 'choice', code, names: en(name), isInTitle, values, defaultValue: values[0]?.code ?? null }
}

/** A run of so many pieces for so many cents. */
export function tier(pieces: number, cents: number): PriceTier {
  return { from: wholeQuantity(pieces), price: unitPriceOfRun(cents, 'EUR', pieces) }
}

/** A surcharge for the whole run, by quantity: `[[500, 1840], [1000, 3000]]`, nothing below the first. */
export function perRun(
  option: string,
  anyOf: string,
  byQuantity: readonly (readonly [number, number])[],
): OptionSurcharge {
  const nothing = { perPiece: null, perPage: null, perSquareMetre: null, percent: 0 }
  return {
    names: {},
    conditions: [{ kind: 'values', option, anyOf: [anyOf] }],
    levels: [
      { from: 0, perRun: 0, ...nothing },
      ...byQuantity.map(([pieces, cents]) => ({ from: wholeQuantity(pieces), perRun: cents, ...nothing })),
    ],
  }
}

export const euroTable: PriceTable = {
  currency: 'EUR',
  includesVat: false,
  datedOn: '2026-11-02',
  sets: 'each_a_run',
  extraSet: 0,
  entries: [],
  surcharges: [],
}

const plain = {
  kind: 'print_product',
  assortment: 'own',
  supplier: null,
  isPersonalised: true,
  isStocked: false,
  barcodes: [],
  categoryId: null,
  unit: 'C62',
  countedNames: {},
  descriptions: {},
  vatLevel: 'standard',
  imageHash: null,
  archived: false,
  options: [],
  optionRules: [],
  priceTable: null,
  discount: 0,
} satisfies Partial<Product>

export const businessCards: Product = productSchema.parse({
  ...plain,
  id: '01890000-0000-7000-8000-000000000001',
  sku: 'BC-8555',
  names: { en: 'Business cards', nl: 'Visitekaartjes', fr: 'Cartes de visite', de: 'Visitenkarten', pl: 'Wizytówki' },
  countedNames: {
    en: { one: 'business card', other: 'business cards' },
    nl: { one: 'visitekaartje', other: 'visitekaartjes' },
    fr: { one: 'carte de visite', other: 'cartes de visite' },
    de: { one: 'Visitenkarte', other: 'Visitenkarten' },
    pl: { one: 'wizytówka', few: 'wizytówki', many: 'wizytówek', other: 'wizytówki' },
  },
  options: [
    {
      kind: 'size',
      code: 'size',
      names: { en: 'Size', nl: 'Formaat' },
      isInTitle: true,
      values: [
        { ...value('85x55', ''), names: {}, width: 850, height: 550 },
        { ...value('a7', 'A7'), width: 740, height: 1050 },
      ],
      free: { minWidth: 400, maxWidth: 1000, minHeight: 400, maxHeight: 700 },
      defaultValue: '85x55',
    },
    choiceOption('paper', 'Paper', [value('350', '350 g'), value('400', '400 g')]),
    choiceOption(
      'finish',
      'Finish',
      [value('none', 'No finish', { isUnsaid: true }), value('matt', 'matt laminated')],
      false,
    ),
  ],
  optionRules: [
    {
      option: 'finish',
      values: ['matt'],
      effect: 'excluded_when',
      conditions: [{ kind: 'values', option: 'paper', anyOf: ['400'] }],
    },
  ],
  priceTable: {
    ...euroTable,
    entries: [
      {
        names: { en: 'Business cards', nl: 'Visitekaartjes' },
        conditions: [],
        way: {
          kind: 'tiers',
          priced: 'run',
          between: 'tier_from',
          tiers: [tier(250, 2900), tier(500, 3800), tier(1000, 5200), tier(2500, 9600)],
        },
      },
    ],
    surcharges: [perRun('paper', '400', [[250, 600]]), perRun('finish', 'matt', [[250, 900]])],
  },
})

export const brochure: Product = productSchema.parse({
  ...plain,
  id: '01890000-0000-7000-8000-000000000002',
  sku: 'BR-A5',
  names: { en: 'Brochure' },
  options: [
    {
      kind: 'size',
      code: 'size',
      names: en('Size'),
      isInTitle: true,
      values: [
        { ...value('a5', 'A5'), width: 1480, height: 2100 },
        { ...value('a4', 'A4'), width: 2100, height: 2970 },
      ],
      free: null,
      defaultValue: 'a5',
    },
    {
      kind: 'pages',
      code: 'pages',
      names: en('Pages'),
      isInTitle: true,
      min: 8,
      max: 64,
      step: 4,
      offered: [8, 12, 16, 20, 24, 32],
      defaultValue: 16,
    },
    choiceOption('inside', 'Inside', [
      value('115', '115 g'),
      value('150', '150 g silk', { lineNames: en('Inside 150 g silk') }),
    ]),
    choiceOption('cover', 'Cover', [
      value('as_inside', 'As inside', { isUnsaid: true }),
      value('250', '250 g silk', { lineNames: en('Cover 250 g') }),
    ]),
    choiceOption('finish', 'Finish', [
      value('none', 'No finish', { isUnsaid: true }),
      value('matt', 'Matt lam.', { lineNames: en('Matt lamination, one side') }),
    ]),
    choiceOption('binding', 'Binding', [value('stapled', 'stapled'), value('glued', 'glued')]),
  ],
  optionRules: [
    {
      option: 'binding',
      values: ['stapled'],
      effect: 'only_if',
      conditions: [{ kind: 'pages', option: 'pages', from: null, to: 48 }],
    },
    {
      option: 'finish',
      values: null,
      effect: 'excluded_when',
      conditions: [{ kind: 'values', option: 'cover', anyOf: ['as_inside'] }],
    },
  ],
  priceTable: {
    ...euroTable,
    entries: [
      {
        names: en('A5 16 pp'),
        conditions: [
          { kind: 'values', option: 'size', anyOf: ['a5'] },
          { kind: 'pages', option: 'pages', from: 16, to: 16 },
        ],
        way: {
          kind: 'tiers',
          priced: 'run',
          between: 'tier_from',
          tiers: [tier(100, 20_800), tier(250, 28_000), tier(500, 41_200), tier(1000, 61_000)],
        },
      },
    ],
    surcharges: [
      perRun('inside', '150', [
        [500, 1840],
        [1000, 3000],
      ]),
      perRun('cover', '250', [
        [500, 4600],
        [1000, 6800],
      ]),
      perRun('finish', 'matt', [
        [500, 3860],
        [1000, 5500],
      ]),
    ],
  },
})
