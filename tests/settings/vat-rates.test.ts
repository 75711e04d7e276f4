import { describe, expect, it } from 'vitest'
import { defaultVatRates, vatCategoryOf, vatLevelsOn, vatRateOn, vatRatesSchema } from '#shared/settings/vat-rates.ts'
import { lineVatOf, vatTreatmentOf } from '#shared/settings/vat-treatment.ts'

describe('VAT rates', () => {
  it('[VR1] knows the rates of the five countries', () => {
    const rates = Object.fromEntries(
      ['NL', 'BE', 'FR', 'DE', 'PL'].map((country) => [
        country,
        vatLevelsOn(defaultVatRates, country, '2026-11-19').map(({ level, rate }) => `${level} ${rate / 100}`),
      ]),
    )
    expect(rates).toEqual({
      NL: ['standard 21', 'reduced 9', 'zero 0', 'exempt 0'],
      BE: ['standard 21', 'intermediate 12', 'reduced 6', 'zero 0', 'exempt 0'],
      FR: ['standard 20', 'intermediate 10', 'reduced 5.5', 'super_reduced 2.1', 'exempt 0'],
      DE: ['standard 19', 'reduced 7', 'exempt 0'],
      PL: ['standard 23', 'reduced 8', 'super_reduced 5', 'zero 0', 'exempt 0'],
    })
    expect(vatRatesSchema.parse(defaultVatRates)).toEqual(defaultVatRates)
  })

  it('[VR2] a new rate begins on its date, whatever the order of the rows', () => {
    const later = { country: 'NL', level: 'standard', rate: 2200, validFrom: '2027-01-01' } as const
    for (const rates of [
      [...defaultVatRates, later],
      [later, ...defaultVatRates],
    ]) {
      expect(vatRateOn(rates, 'NL', 'standard', '2026-12-31')).toBe(2100)
      expect(vatRateOn(rates, 'NL', 'standard', '2027-01-01')).toBe(2200)
    }
  })

  it('[VR2] there is no rate before the first date, in an unknown country or of a level the country has not', () => {
    expect(vatRateOn(defaultVatRates, 'NL', 'reduced', '2018-12-31')).toBeNull()
    expect(vatRateOn(defaultVatRates, 'US', 'standard', '2026-01-01')).toBeNull()
    expect(vatRateOn(defaultVatRates, 'NL', 'intermediate', '2026-01-01')).toBeNull()
  })

  it('[VR3] every reduced level is the category reduced', () => {
    expect(
      (['standard', 'intermediate', 'reduced', 'super_reduced', 'zero', 'exempt'] as const).map(vatCategoryOf),
    ).toEqual(['standard', 'reduced', 'reduced', 'reduced', 'zero', 'exempt'])
  })

  it('[VR4] refuses two rates of one level and day, rates over 100 %, and a zero level that is not zero', () => {
    const row = { country: 'NL', level: 'standard', rate: 2100, validFrom: '2026-01-01' }
    expect(vatRatesSchema.safeParse([row, { ...row, rate: 2200 }]).success).toBe(false)
    expect(vatRatesSchema.safeParse([{ ...row, rate: 10_001 }]).success).toBe(false)
    expect(vatRatesSchema.safeParse([{ ...row, rate: -1 }]).success).toBe(false)
    expect(vatRatesSchema.safeParse([{ ...row, rate: 5.5 }]).success).toBe(false)
    expect(vatRatesSchema.safeParse([{ ...row, level: 'zero', rate: 100 }]).success).toBe(false)
    expect(vatRatesSchema.safeParse([{ ...row, validFrom: '2026-02-30' }]).success).toBe(false)
  })
})

describe('VAT treatment', () => {
  const sale = { sellerCountry: 'NL', buyerCountry: 'NL', buyerHasVatNumber: true, isService: false }

  it('[VR5] decides from the two countries, the VAT number and goods or service', () => {
    expect(vatTreatmentOf(sale)).toBe('domestic')
    expect(vatTreatmentOf({ ...sale, buyerCountry: 'BE' })).toBe('intra_community')
    expect(vatTreatmentOf({ ...sale, buyerCountry: 'BE', isService: true })).toBe('reverse_charge')
    expect(vatTreatmentOf({ ...sale, buyerCountry: 'BE', buyerHasVatNumber: false })).toBe('domestic')
    expect(vatTreatmentOf({ ...sale, buyerCountry: 'CH' })).toBe('export')
    expect(vatTreatmentOf({ ...sale, buyerCountry: 'CH', isService: true })).toBe('outside_scope')
  })

  it('[VR5] only a domestic sale bears a rate', () => {
    const line = { rates: defaultVatRates, sellerCountry: 'PL', level: 'super_reduced', on: '2026-11-19' } as const
    expect(lineVatOf({ ...line, treatment: 'domestic' })).toEqual({ category: 'reduced', rate: 500 })
    expect(lineVatOf({ ...line, treatment: 'reverse_charge' })).toEqual({ category: 'reverse_charge', rate: 0 })
    expect(lineVatOf({ ...line, level: 'intermediate', treatment: 'domestic' })).toBeNull()
  })
})
