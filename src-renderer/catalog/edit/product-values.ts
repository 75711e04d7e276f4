import { z } from 'zod'
import { assortments, productKinds } from '#shared/catalog/product.ts'
import { type Language, type LocalText, languages } from '#shared/kernel/local-text.ts'
import { unitCodes } from '#shared/kernel/quantity.ts'
import { vatLevels } from '#shared/settings/vat-rates.ts'

/**
 * The product form as typed. Numbers stay text until the product is read from them, so that nothing typed or pasted is lost
 * while it means nothing yet. Rows have ids of their own, because codes and places change while somebody edits.
 */
const texts = z.object({ en: z.string(), nl: z.string(), fr: z.string(), de: z.string(), pl: z.string() })
const forms = z.object({ one: z.string(), few: z.string(), many: z.string(), other: z.string() })
const counted = z.object({ en: forms, nl: forms, fr: forms, de: forms, pl: forms })
const rowId = z.string()

const condition = z.object({
  id: rowId,
  option: z.string(),
  anyOf: z.array(z.string()),
  /** Pages from and to; '' has no bound. */
  from: z.string(),
  to: z.string(),
})

const optionValue = z.object({
  id: rowId,
  code: z.string(),
  names: texts,
  lineNames: texts,
  isUnsaid: z.boolean(),
  /** "85 × 55", of sizes only. */
  size: z.string(),
})

const option = z.object({
  id: rowId,
  code: z.string(),
  kind: z.enum(['size', 'choice', 'pages']),
  names: texts,
  isInTitle: z.boolean(),
  values: z.array(optionValue),
  /** A value's code or a number of pages; '' for none. */
  defaultValue: z.string(),
  isFree: z.boolean(),
  freeFrom: z.string(),
  freeTo: z.string(),
  min: z.string(),
  max: z.string(),
  step: z.string(),
  /** "8 12 16 20" */
  offered: z.string(),
})

const rule = z.object({
  id: rowId,
  option: z.string(),
  /** Empty: the whole option. */
  values: z.array(z.string()),
  effect: z.enum(['only_if', 'excluded_when']),
  conditions: z.array(condition),
})

const entry = z.object({
  id: rowId,
  names: texts,
  conditions: z.array(condition),
  way: z.enum(['tiers', 'area', 'hourly', 'unit']),
  priced: z.enum(['run', 'unit']),
  between: z.enum(['tier_from', 'linear_between']),
  /** One for each row of the table's quantities; '' where this column has no tier. */
  prices: z.array(z.string()),
  areas: z.array(z.object({ from: z.string(), price: z.string() })),
  minimumArea: z.string(),
  minimumCharge: z.string(),
  /** Of an hour or of a unit. */
  price: z.string(),
  minimum: z.string(),
  step: z.string(),
})

const level = z.object({
  from: z.string(),
  perRun: z.string(),
  perPiece: z.string(),
  perPage: z.string(),
  perSquareMetre: z.string(),
  percent: z.string(),
})

const surcharge = z.object({
  id: rowId,
  names: texts,
  conditions: z.array(condition),
  levels: z.array(level),
})

const prices = z.object({
  currency: z.string(),
  includesVat: z.boolean(),
  datedOn: z.string().nullable(),
  sets: z.enum(['each_a_run', 'one_run']),
  extraSet: z.string(),
  quantities: z.array(z.string()),
  entries: z.array(entry),
  surcharges: z.array(surcharge),
})

export const productForm = z.object({
  id: z.string(),
  kind: z.enum(productKinds),
  assortment: z.enum(assortments),
  supplierMark: z.string(),
  supplierPartyId: z.string().nullable(),
  supplierSku: z.string(),
  isPersonalised: z.boolean(),
  isStocked: z.boolean(),
  sku: z.string(),
  /** The last line is there to be typed into. */
  barcodes: z.array(z.string()),
  categoryId: z.string().nullable(),
  unit: z.string(),
  names: texts,
  countedNames: counted,
  descriptions: texts,
  vatLevel: z.enum(vatLevels),
  imageHash: z.string().nullable(),
  archived: z.boolean(),
  discount: z.string(),
  options: z.array(option),
  rules: z.array(rule),
  prices: prices.nullable(),
})

export type Texts = z.output<typeof texts>
export type CountedForms = z.output<typeof forms>
export type ConditionValues = z.output<typeof condition>
export type OptionValues = z.output<typeof option>
export type OptionValueRow = z.output<typeof optionValue>
export type RuleValues = z.output<typeof rule>
export type EntryValues = z.output<typeof entry>
export type LevelValues = z.output<typeof level>
export type SurchargeValues = z.output<typeof surcharge>
export type PriceValues = z.output<typeof prices>
export type ProductValues = z.output<typeof productForm>

export const noTexts: Texts = { en: '', nl: '', fr: '', de: '', pl: '' }

export function textsOf(text: LocalText): Texts {
  return { ...noTexts, ...Object.fromEntries(languages.map((language) => [language, text[language] ?? ''])) }
}

export function withText(texts: Texts, language: Language, text: string): Texts {
  return { ...texts, [language]: text }
}

const noForms: CountedForms = { one: '', few: '', many: '', other: '' }

export const noCountedNames: ProductValues['countedNames'] = {
  en: noForms,
  nl: noForms,
  fr: noForms,
  de: noForms,
  pl: noForms,
}

export const noLevel: LevelValues = { from: '', perRun: '', perPiece: '', perPage: '', perSquareMetre: '', percent: '' }

export function newCondition(id: string): ConditionValues {
  return { id, option: '', anyOf: [], from: '', to: '' }
}

export function newValue(id: string): OptionValueRow {
  return { id, code: '', names: noTexts, lineNames: noTexts, isUnsaid: false, size: '' }
}

/** The row that waits to be typed into. */
export function isBlankValue({ code, names, lineNames, size }: OptionValueRow): boolean {
  return [code, size, ...Object.values(names), ...Object.values(lineNames)].every((text) => text.trim() === '')
}

export function newOption(id: string, kind: OptionValues['kind'], firstValueId: string): OptionValues {
  return {
    id,
    code: '',
    kind,
    names: noTexts,
    isInTitle: true,
    values: kind === 'pages' ? [] : [newValue(firstValueId)],
    defaultValue: '',
    isFree: false,
    freeFrom: '',
    freeTo: '',
    min: '',
    max: '',
    step: kind === 'pages' ? '1' : '',
    offered: '',
  }
}

export function newEntry(id: string, way: EntryValues['way'], rows: number): EntryValues {
  return {
    id,
    names: noTexts,
    conditions: [],
    way,
    priced: 'run',
    between: 'tier_from',
    prices: Array.from({ length: rows }, () => ''),
    areas: way === 'area' ? [{ from: '0', price: '' }] : [],
    minimumArea: '',
    minimumCharge: '',
    price: '',
    minimum: '',
    step: '',
  }
}

export function newPrices(currency: string, includesVat: boolean, today: string): PriceValues {
  return {
    currency,
    includesVat,
    datedOn: today,
    sets: 'each_a_run',
    extraSet: '',
    quantities: [''],
    entries: [],
    surcharges: [],
  }
}

export function newProduct(id: string): ProductValues {
  return {
    id,
    kind: 'print_product',
    assortment: 'own',
    supplierMark: '',
    supplierPartyId: null,
    supplierSku: '',
    isPersonalised: true,
    isStocked: false,
    sku: '',
    barcodes: [''],
    categoryId: null,
    unit: unitCodes[0] ?? 'C62',
    names: noTexts,
    countedNames: noCountedNames,
    descriptions: noTexts,
    vatLevel: 'standard',
    imageHash: null,
    archived: false,
    discount: '',
    options: [],
    rules: [],
    prices: null,
  }
}
