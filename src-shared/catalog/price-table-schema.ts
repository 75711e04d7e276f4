import { z } from 'zod'
import { isCurrency } from '#shared/kernel/currency.ts'
import { localTextSchema } from '#shared/kernel/local-text.ts'
import { thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import { textField } from '#shared/kernel/text.ts'
import { basisPointsSchema } from '#shared/settings/vat-rates.ts'
import type {
  OptionSurcharge,
  PriceEntry,
  PriceTable,
  PriceTier,
  PriceWay,
  SurchargeLevel,
  TierPrices,
} from './price-table.ts'
import type { OptionCondition } from './product-options.ts'

/** Parser of the prices inside a product. Issues carry a problem code as their message. */
const thousandths = z.int().min(0).max(1e12)
const minorUnits = z.int().min(0).max(1e13)
const signedMinorUnits = z.int().min(-1e13).max(1e13)
const base = z.int().min(1).max(1e9)

const unitPrice = z.object({ amount: z.int().min(0), base })
const signedUnitPrice = z.object({ amount: z.int(), base })

export const optionCodeSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'option.code')

export const optionConditionSchema: z.ZodType<OptionCondition> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('values'), option: optionCodeSchema, anyOf: z.array(optionCodeSchema).min(1).max(200) }),
  z.object({
    kind: z.literal('pages'),
    option: optionCodeSchema,
    from: z.int().nullable(),
    to: z.int().nullable(),
  }),
])

const tier: z.ZodType<PriceTier> = z.object({ from: thousandths, price: unitPrice })

/** Tiers rise; equal ones would leave the price to chance. */
function rising<T extends { readonly from: number }>(rows: z.ZodType<T>, startsAtZero: boolean) {
  return z
    .array(rows)
    .min(1)
    .max(100)
    .superRefine((each, context) => {
      for (const [at, row] of each.entries()) {
        const before = each[at - 1]
        if (before !== undefined && row.from <= before.from) {
          context.addIssue({ code: 'custom', path: [at, 'from'], message: 'price.tiersNotRising' })
        }
        if (at === 0 && startsAtZero && row.from !== 0) {
          context.addIssue({ code: 'custom', path: [at, 'from'], message: 'price.firstNotZero' })
        }
      }
    })
}

const tierPrices: z.ZodType<TierPrices> = z
  .object({
    kind: z.literal('tiers'),
    priced: z.enum(['run', 'unit']),
    between: z.enum(['tier_from', 'linear_between']),
    tiers: rising(tier, false),
  })
  .superRefine(({ priced, tiers }, context) => {
    for (const [at, { from, price }] of tiers.entries()) {
      if (from === 0) context.addIssue({ code: 'custom', path: ['tiers', at, 'from'], message: 'price.tierOfNothing' })
      if (priced === 'run' && price.base * thousandthsPerUnit !== from) {
        context.addIssue({ code: 'custom', path: ['tiers', at, 'price'], message: 'price.tierBase' })
      }
    }
  })

const way: z.ZodType<PriceWay> = z.union([
  tierPrices,
  z.object({
    kind: z.literal('area'),
    minimumArea: thousandths,
    minimumCharge: minorUnits,
    tiers: rising(tier, true),
  }),
  z.object({ kind: z.literal('hourly'), price: unitPrice, minimum: thousandths, step: thousandths.min(1) }),
  z.object({ kind: z.literal('unit'), price: unitPrice }),
])

const names = localTextSchema(textField())
const conditions = z.array(optionConditionSchema).max(20)

const entry: z.ZodType<PriceEntry> = z.object({ names, conditions, way })

const level: z.ZodType<SurchargeLevel> = z.object({
  from: thousandths,
  perRun: signedMinorUnits,
  perPiece: signedUnitPrice.nullable(),
  perPage: signedUnitPrice.nullable(),
  perSquareMetre: signedUnitPrice.nullable(),
  percent: z.int().min(-10_000).max(1_000_000),
})

const surcharge: z.ZodType<OptionSurcharge> = z.object({ names, conditions, levels: rising(level, true) })

export const priceTableSchema: z.ZodType<PriceTable> = z.object({
  currency: z.string().refine(isCurrency, 'currency.unknown'),
  includesVat: z.boolean(),
  datedOn: z.iso.date().nullable(),
  sets: z.enum(['each_a_run', 'one_run']),
  extraSet: minorUnits,
  entries: z.array(entry).min(1).max(500),
  surcharges: z.array(surcharge).max(500),
})

export const discountSchema = basisPointsSchema
