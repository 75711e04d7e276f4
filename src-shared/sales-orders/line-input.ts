import { z } from 'zod'
import { configurationSchema } from '#shared/catalog/product-schema.ts'
import { noteField } from '#shared/kernel/card-number.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { isUnitCode, type UnitCode } from '#shared/kernel/quantity.ts'
import { requiredText, textField } from '#shared/kernel/text.ts'
import { basisPointsSchema, vatLevels } from '#shared/settings/vat-rates.ts'

/** What a form says about one line; the price itself is computed, in the screen to show it and in the core to keep it. */
const minorUnits = z.int().min(-10_000_000_000_000).max(10_000_000_000_000)
const unitPrice = z.strictObject({
  amount: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  base: z.int().min(1).max(1_000_000_000),
})
const quantity = z.strictObject({ sets: z.int(), each: z.int() })
const reason = textField({ max: 200 })

const override = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit_price'), price: unitPrice, reason: reason.nullable() }),
  z.strictObject({ kind: z.literal('amount'), amount: minorUnits, reason: reason.nullable() }),
  z.strictObject({ kind: z.literal('discount'), rate: basisPointsSchema, reason: requiredText({ max: 200 }) }),
])

export const artworkInput = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'file.hash'),
  name: textField({ max: 260 }),
  mediaType: z.string().max(100),
  size: z.int().min(1),
  shortCode: z.string().max(20),
  version: z.int().min(1).max(10_000),
  previewHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'file.hash')
    .nullable(),
})

export const lineWhat = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('product'),
    productId: idOf<'Product'>(),
    configuration: configurationSchema,
    quantity,
    override: override.nullable(),
  }),
  z.strictObject({
    kind: z.literal('free_text'),
    title: requiredText({ max: 200 }),
    details: textField({ max: 500 }),
    quantity,
    unit: z.custom<UnitCode>((code) => typeof code === 'string' && isUnitCode(code), 'unit.unknown'),
    unitPrice,
    vatLevel: z.enum(vatLevels),
  }),
])

export const lineInput = z.strictObject({
  id: idOf<'SalesOrderLine'>(),
  what: lineWhat,
  /** What the screen showed for the line, in minor units: if the core comes to another amount, it asks instead of booking. */
  shownAmount: minorUnits.nullable().default(null),
  artwork: artworkInput.nullable().default(null),
  /** The line of the order this one repeats. */
  origin: z.string().nullable().default(null),
  note: noteField({ max: 500, multiline: true }).default(''),
  position: z.string().min(1).max(1000),
})

export type LineInput = z.output<typeof lineInput>
export type LineWhat = z.output<typeof lineWhat>
