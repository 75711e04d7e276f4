import { z } from 'zod'
import { idOf, uuidPattern } from '#shared/kernel/ids.ts'
import { languages, localTextSchema } from '#shared/kernel/local-text.ts'
import { isUnitCode, type UnitCode } from '#shared/kernel/quantity.ts'
import { requiredText, textField } from '#shared/kernel/text.ts'
import { vatLevels } from '#shared/settings/vat-rates.ts'
import { type Barcode, barcodeKinds, hasGs1CheckDigit } from './barcode.ts'
import type { Category } from './category.ts'
import { discountSchema, optionCodeSchema, optionConditionSchema, priceTableSchema } from './price-table-schema.ts'
import { assortments, type Product, pluralForms, productKinds, type SupplierMark } from './product.ts'
import type { Choice, Configuration, OptionRule, ProductOption } from './product-options.ts'
import { productProblems } from './product-rules.ts'

/** Parsers of what enters the catalogue. Issues carry a problem code as their message (`problem.<code>`). */
const names = localTextSchema(textField())
const side = z.int().min(1).max(10_000_000)
const pageCount = z.int().min(1).max(10_000)

const value = { code: optionCodeSchema, names, lineNames: names, isUnsaid: z.boolean() }
const optionWords = { code: optionCodeSchema, names, isInTitle: z.boolean() }
const defaultValue = optionCodeSchema.nullable()

export const productOptionSchema: z.ZodType<ProductOption> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('size'),
    ...optionWords,
    values: z.array(z.object({ ...value, width: side, height: side })).max(200),
    free: z.object({ minWidth: side, maxWidth: side, minHeight: side, maxHeight: side }).nullable(),
    defaultValue,
  }),
  z.object({
    kind: z.literal('choice'),
    ...optionWords,
    values: z.array(z.object(value)).min(1).max(200),
    defaultValue,
  }),
  z.object({
    kind: z.literal('pages'),
    ...optionWords,
    min: pageCount,
    max: pageCount,
    step: pageCount,
    offered: z.array(pageCount).max(50),
    defaultValue: pageCount.nullable(),
  }),
])

export const optionRuleSchema: z.ZodType<OptionRule> = z.object({
  option: optionCodeSchema,
  values: z.array(optionCodeSchema).min(1).max(200).nullable(),
  effect: z.enum(['only_if', 'excluded_when']),
  conditions: z.array(optionConditionSchema).min(1).max(20),
})

const choice: z.ZodType<Choice> = z.union([optionCodeSchema, pageCount, z.object({ width: side, height: side })])

/** The chosen options of a line. */
export const configurationSchema: z.ZodType<Configuration> = z.record(optionCodeSchema, choice)

const barcode: z.ZodType<Barcode> = z
  .object({ kind: z.enum(barcodeKinds), code: requiredText({ max: 80 }) })
  .refine(
    ({ kind, code }) => kind === 'free' || (/^\d{8,14}$/.test(code) && hasGs1CheckDigit(code)),
    'barcode.checkDigit',
  )

const supplier: z.ZodType<SupplierMark> = z.object({
  mark: requiredText({ max: 80 }),
  partyId: z.string().regex(uuidPattern, 'id').nullable(),
  sku: textField({ max: 80 }).nullable(),
})

const countedNames = z.partialRecord(z.enum(languages), z.partialRecord(z.enum(pluralForms), textField()))

const productShape = z.object({
  id: idOf<'Product'>(),
  kind: z.enum(productKinds),
  assortment: z.enum(assortments),
  supplier: supplier.nullable(),
  isPersonalised: z.boolean(),
  isStocked: z.boolean(),
  sku: textField({ max: 80 }),
  barcodes: z.array(barcode).max(50),
  categoryId: idOf<'Category'>().nullable(),
  unit: z.custom<UnitCode>((code) => typeof code === 'string' && isUnitCode(code), 'unit.unknown'),
  names,
  countedNames,
  descriptions: localTextSchema(textField({ max: 5000, multiline: true })),
  vatLevel: z.enum(vatLevels),
  imageHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'file.hash')
    .nullable(),
  archived: z.boolean(),
  options: z.array(productOptionSchema).max(50),
  optionRules: z.array(optionRuleSchema).max(500),
  priceTable: priceTableSchema.nullable(),
  discount: discountSchema,
})

/** A whole product: each part right by itself, and the parts right together. */
export const productSchema: z.ZodType<Product> = productShape.superRefine((product, context) => {
  for (const { field, code } of productProblems(product)) {
    context.addIssue({ code: 'custom', path: field.split('.'), message: code })
  }
})

export const categorySchema: z.ZodType<Category> = z.object({
  id: idOf<'Category'>(),
  parentId: idOf<'Category'>().nullable(),
  names,
  position: z.string().min(1).max(1000),
  archived: z.boolean(),
})
