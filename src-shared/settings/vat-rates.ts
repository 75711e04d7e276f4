import { z } from 'zod'
import type { BasisPoints } from '#shared/kernel/percent.ts'

/**
 * VAT rates by country and date (SET-02). A product names a level, never a rate: when the state changes a rate, the new row
 * begins on its date and every product follows. The rate a line was sold at stands on the line.
 */
export const vatLevels = ['standard', 'intermediate', 'reduced', 'super_reduced', 'zero', 'exempt'] as const
export type VatLevel = (typeof vatLevels)[number]

/** What a product gets when nobody chose. */
export const defaultVatLevel: VatLevel = 'standard'

/** Why a line bears the VAT it bears; VAT is summed per category and rate. */
export const vatCategories = [
  'standard',
  'reduced',
  'zero',
  'exempt',
  'reverse_charge',
  'intra_community',
  'export',
  'outside_scope',
] as const
export type VatCategory = (typeof vatCategories)[number]

export interface LineVat {
  readonly category: VatCategory
  readonly rate: BasisPoints
}

export interface VatRate {
  /** ISO 3166-1. */
  readonly country: string
  readonly level: VatLevel
  readonly rate: BasisPoints
  /** First day on which it applies, until a later row of the same country and level. */
  readonly validFrom: string
}

/** The rates of the first users' countries; a company starts with these and may change them. */
export const defaultVatRates: readonly VatRate[] = [
  { country: 'NL', level: 'standard', rate: 2100, validFrom: '2012-10-01' },
  { country: 'NL', level: 'reduced', rate: 900, validFrom: '2019-01-01' },
  { country: 'NL', level: 'zero', rate: 0, validFrom: '1969-01-01' },
  { country: 'BE', level: 'standard', rate: 2100, validFrom: '1996-01-01' },
  { country: 'BE', level: 'intermediate', rate: 1200, validFrom: '1992-04-01' },
  { country: 'BE', level: 'reduced', rate: 600, validFrom: '1971-01-01' },
  { country: 'BE', level: 'zero', rate: 0, validFrom: '1971-01-01' },
  { country: 'FR', level: 'standard', rate: 2000, validFrom: '2014-01-01' },
  { country: 'FR', level: 'intermediate', rate: 1000, validFrom: '2014-01-01' },
  { country: 'FR', level: 'reduced', rate: 550, validFrom: '1982-07-01' },
  { country: 'FR', level: 'super_reduced', rate: 210, validFrom: '1986-07-01' },
  { country: 'DE', level: 'standard', rate: 1900, validFrom: '2021-01-01' },
  { country: 'DE', level: 'reduced', rate: 700, validFrom: '2021-01-01' },
  { country: 'PL', level: 'standard', rate: 2300, validFrom: '2011-01-01' },
  { country: 'PL', level: 'reduced', rate: 800, validFrom: '2011-01-01' },
  { country: 'PL', level: 'super_reduced', rate: 500, validFrom: '2011-01-01' },
  { country: 'PL', level: 'zero', rate: 0, validFrom: '1993-07-05' },
]

/** The rate of a level on a day; null when the country has no such level then. Exempt is 0 everywhere. */
export function vatRateOn(rates: readonly VatRate[], country: string, level: VatLevel, on: string): BasisPoints | null {
  if (level === 'exempt') return 0
  let found: VatRate | null = null
  for (const each of rates) {
    if (each.country !== country || each.level !== level || each.validFrom > on) continue
    if (found === null || each.validFrom > found.validFrom) found = each
  }
  return found?.rate ?? null
}

/** The levels a product may be given in a country on a day, highest first. */
export function vatLevelsOn(
  rates: readonly VatRate[],
  country: string,
  on: string,
): readonly { readonly level: VatLevel; readonly rate: BasisPoints }[] {
  return vatLevels.flatMap((level) => {
    const rate = vatRateOn(rates, country, level, on)
    return rate === null ? [] : [{ level, rate }]
  })
}

export function vatCategoryOf(level: VatLevel): VatCategory {
  return level === 'intermediate' || level === 'super_reduced' ? 'reduced' : level
}

export const basisPointsSchema = z.int().min(0).max(10_000)

export const vatRateSchema = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  level: z.enum(vatLevels),
  rate: basisPointsSchema,
  validFrom: z.iso.date(),
})

/** Two rows of one country, level and day contradict each other, and an exemption bears no rate of its own. */
export const vatRatesSchema = z.array(vatRateSchema).superRefine((rates, context) => {
  const seen = new Set<string>()
  for (const [at, { country, level, rate, validFrom }] of rates.entries()) {
    const key = `${country} ${level} ${validFrom}`
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [at, 'validFrom'], message: 'vatRate.twice' })
    if ((level === 'zero' || level === 'exempt') && rate !== 0) {
      context.addIssue({ code: 'custom', path: [at, 'rate'], message: 'vatRate.notZero' })
    }
    seen.add(key)
  }
})
