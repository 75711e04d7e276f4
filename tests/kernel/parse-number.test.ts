import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFor } from '#shared/kernel/format.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import { largestAmount } from '#shared/kernel/money.ts'
import { isLargeAmount, isUnusualPrice, parseAmount, parseUnitPrice } from '#shared/kernel/parse/amount.ts'
import { parseNumber } from '#shared/kernel/parse/number.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { largestQuantity, parseQuantity, parseSets } from '#shared/kernel/parse/quantity.ts'
import { unitCodes, unitDecimals } from '#shared/kernel/quantity.ts'

/** The value, both readings, or the code: enough to compare many spellings at a glance. */
function said(reading: { ok: boolean; value?: unknown; code?: string; readings?: readonly unknown[] }): unknown {
  return reading.ok ? reading.value : (reading.readings ?? reading.code)
}
const euro = (raw: string, language: Language, negative = false) =>
  said(parseAmount(raw, { language, currency: 'EUR', negative }))
const allSay = (raw: string, outcome: unknown) => {
  expect(Object.fromEntries(languages.map((language) => [language, euro(raw, language)]))).toEqual(
    Object.fromEntries(languages.map((language) => [language, outcome])),
  )
}

describe('[K12] amounts as typed (reliability c 8, 9)', () => {
  it('[bad input 8] [K12] reads separators by their places, whatever the language', () => {
    for (const raw of [
      '1.234,56',
      '1,234.56',
      '1 234,56',
      '1\u00A0234,56',
      '1\u202F234,56',
      "1'234.56",
      '1234.56',
      '1234,56',
    ]) {
      allSay(raw, 123_456)
    }
    allSay('1.234.567', 123_456_700)
    allSay('1,234,567.8', 123_456_780)
    allSay('1 234', 123_400)
    allSay('0,005', 'number.tooManyDecimals')
    allSay('.5', 50)
    allSay('5,', 500)
    allSay('12.50', 1250)
    allSay('1234.500', 123_450)
  })

  it('[bad input 8] [K12] asks which is meant where one separator stands before three digits', () => {
    allSay('1.234', [123, 123_400])
    allSay('1,500', [150, 150_000])
    expect(said(parseNumber('1.234', { language: 'nl', decimals: 6, min: 0, max: 10 ** 12 }))).toEqual([
      1_234_000, 1_234_000_000,
    ])
    expect(said(parseNumber('1,234', { language: 'nl', decimals: 6, min: 0, max: 10 ** 12 }))).toBe(1_234_000)
    expect(said(parseNumber('1.234', { language: 'en', decimals: 6, min: 0, max: 10 ** 12 }))).toBe(1_234_000)
    expect(said(parseNumber('1,234', { language: 'en', decimals: 3, min: 0, max: 10 ** 6 }))).toBe(1234)
  })

  it('[bad input 9] [K12] refuses what is no number', () => {
    const wrong = [
      '1e9',
      'NaN',
      'Infinity',
      '-Infinity',
      '∞',
      '0x10',
      '1.2.3',
      '1,23,456.0',
      '12.34,56.78',
      '1 23',
      '1 2345',
      '--5',
      '5-',
      '½',
      '²',
      '.',
      ',',
      '-',
      '1_000',
      `${'9'.repeat(70)}`,
    ]
    expect(wrong.filter((raw) => euro(raw, 'en', true) !== 'number.malformed')).toEqual([])
    expect([euro('', 'pl'), euro('  ', 'pl'), euro('€', 'pl')]).toEqual([
      'number.missing',
      'number.missing',
      'number.missing',
    ])
    expect(euro('100000000000.01', 'en')).toBe('number.outOfRange')
    expect(euro('x'.repeat(1_000_000), 'en')).toBe('number.malformed')
  })

  it('[bad input 9] [K12] takes other digits and minus zero, and says that it did', () => {
    const read = (raw: string) => parseAmount(raw, { language: 'de', currency: 'EUR', negative: true })
    expect(read('٣,٥٠')).toEqual({ ok: true, value: 350, normalised: true })
    expect(read('１２．５０')).toEqual({ ok: true, value: 1250, normalised: true })
    expect(read('-0')).toEqual({ ok: true, value: 0, normalised: true })
    expect(Object.is((read('-0') as { value: number }).value, 0)).toBe(true)
    expect(read('1२')).toEqual({ ok: true, value: 1200, normalised: true })
    expect(read('12,50')).toEqual({ ok: true, value: 1250, normalised: false })
  })

  it('[K12] takes the currency beside it, and no other', () => {
    expect(['€ 12,50', '12,50 EUR', '12.50€', 'eur 12,50', '12,50 euro'].map((raw) => euro(raw, 'nl'))).toEqual([
      1250, 1250, 1250, 1250, 1250,
    ])
    expect(['12,-', '12,--', '€ 12,—', '12.-'].map((raw) => euro(raw, 'de'))).toEqual([1200, 1200, 1200, 1200])
    expect(['12 zł', '12 PLN', '$12', 'CHF 3'].map((raw) => euro(raw, 'de'))).toEqual(
      Array(4).fill('amount.otherCurrency'),
    )
    expect(said(parseAmount('12,50 zł', { language: 'pl', currency: 'PLN' }))).toBe(1250)
    expect(said(parseAmount('150 kr.', { language: 'en', currency: 'DKK' }))).toBe(15_000)
  })

  it('[K12] goes below zero only where a field allows it', () => {
    expect(euro('-5', 'en')).toBe('number.outOfRange')
    expect(['-5', '− 5', '\u2212\u202F5', '-€5', '€ -5'].map((raw) => euro(raw, 'en', true))).toEqual([
      -500, -500, -500, -500, -500,
    ])
  })

  it('[K12] reads back every amount it writes, in five languages', () => {
    const amounts = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: -largestAmount, max: largestAmount }),
    )
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(...languages),
        fc.constantFrom('EUR', 'PLN', 'GBP', 'CZK'),
        (amount, language, currency) => {
          const format = formatFor(language)
          const rules = { language, currency, negative: true }
          const spellings = [
            format.amount(amount, currency),
            format.amountWithCurrency(amount, currency),
            format.amountToEdit(amount, currency),
          ]
          expect(spellings.map((text) => said(parseAmount(text, rules)))).toEqual([amount, amount, amount])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[K12] never throws and never invents a number that is not safe', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(..."0123456789.,- \u00A0'€zł/x") }),
    )
    fc.assert(
      fc.property(typed, fc.constantFrom(...languages), (raw, language) => {
        const reading = parseAmount(raw, { language, currency: 'EUR', negative: true })
        if (reading.ok) expect(Number.isSafeInteger(reading.value)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('[K13] prices and percentages as typed', () => {
  const price = (raw: string, language: Language = 'nl') => said(parseUnitPrice(raw, { language, currency: 'EUR' }))

  it('[K13] keeps the price of a run with its base', () => {
    const run = { amount: 474_000_000, base: 500 }
    expect(
      [
        '474,00 per 500',
        '474/500',
        '€ 474,- per 500',
        '474,00 € pro 500',
        '474 par 500',
        '474 za 500',
        '474 voor 500',
      ].map((raw) => price(raw)),
    ).toEqual(Array(7).fill(run))
    expect(price('45 per 1.000')).toEqual({ amount: 45_000_000, base: 1000 })
    expect(price('0,075')).toEqual({ amount: 75_000, base: 1 })
    expect(price('0,0000001')).toBe('number.tooManyDecimals')
    expect(price('5 per 0')).toBe('number.outOfRange')
    expect(price('5 per 2,5')).toBe('number.tooManyDecimals')
    expect(price('1.234 per 500')).toEqual([
      { amount: 1_234_000, base: 500 },
      { amount: 1_234_000_000, base: 500 },
    ])
    expect(price('5 USD per 500')).toBe('amount.otherCurrency')
  })

  it('[bad input 11] [K13] knows what a person should confirm (reliability c 11)', () => {
    const each = (amount: number, base = 1) => ({ amount: amount * 1_000_000, base })
    expect([
      isLargeAmount(1_000_000_000, 'EUR'),
      isLargeAmount(1_000_000_001, 'EUR'),
      isLargeAmount(-1_000_000_001, 'EUR'),
    ]).toEqual([false, true, true])
    expect([
      isUnusualPrice(each(10), each(1)),
      isUnusualPrice(each(11), each(1)),
      isUnusualPrice(each(5000, 500), each(1)),
    ]).toEqual([false, true, false])
    expect([
      isUnusualPrice(each(11), null),
      isUnusualPrice(each(11), each(0)),
      isUnusualPrice({ amount: Number.MAX_SAFE_INTEGER, base: 1 }, null),
      isUnusualPrice({ amount: Number.MAX_SAFE_INTEGER, base: 1000 }, null),
    ]).toEqual([false, false, true, false])
  })

  it('[bad input 12] [K13] reads percentages as basis points, 0 to 100 unless told otherwise', () => {
    const percent = (raw: string, max?: number) => said(parsePercent(raw, { language: 'fr', ...(max ? { max } : {}) }))
    expect(['21', '21 %', '21\u00A0%', '12,5%', '12.5', '0', '100'].map((raw) => percent(raw))).toEqual([
      2100, 2100, 2100, 1250, 1250, 0, 10_000,
    ])
    expect(['100,01', '-5', '1.234', '33,333'].map((raw) => percent(raw))).toEqual([
      'number.outOfRange',
      'number.outOfRange',
      'number.tooManyDecimals',
      'number.tooManyDecimals',
    ])
    expect(percent('150', 50_000)).toBe(15_000)
  })

  it('[K13] reads back every price and percentage it writes, in five languages', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger().map(Math.abs),
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom(...languages),
        (amount, rate, language) => {
          const format = formatFor(language)
          expect(said(parseUnitPrice(format.priceToEdit(amount), { language, currency: 'EUR' }))).toEqual({
            amount,
            base: 1,
          })
          expect(said(parsePercent(format.percent(rate), { language }))).toBe(rate)
          expect(said(parsePercent(format.percentToEdit(rate), { language }))).toBe(rate)
        },
      ),
    )
  })
})

describe('[K14] quantities as typed (reliability c 10)', () => {
  const pieces = (raw: string, language: Language = 'de') => said(parseQuantity(raw, { language, unit: 'C62' }))

  it('[bad input 10] [K14] takes whole pieces only, and thousands in any spelling', () => {
    expect(['500', '1.000', '1,000', '10 000', '2.500.000'].map((raw) => pieces(raw))).toEqual([
      500_000, 1_000_000, 1_000_000, 10_000_000, 2_500_000_000,
    ])
    expect(['0,333', '2,5', '0.5'].map((raw) => pieces(raw))).toEqual(Array(3).fill('number.tooManyDecimals'))
  })

  it('[bad input 10] [K14] says the range', () => {
    expect(['0', '-1', '2147483648', '1000000000000000'].map((raw) => pieces(raw))).toEqual(
      Array(4).fill('number.outOfRange'),
    )
    expect(parseQuantity('0', { language: 'pl', unit: 'C62' })).toMatchObject({
      params: { min: 1000, max: largestQuantity },
    })
    expect(said(parseQuantity('-2', { language: 'pl', unit: 'C62', min: -10_000 }))).toBe(-2000)
    expect(pieces('1e15')).toBe('number.malformed')
  })

  it('[K14] takes parts where the unit has them', () => {
    expect(said(parseQuantity('2,5', { language: 'nl', unit: 'HUR' }))).toBe(2500)
    expect(said(parseQuantity('1,234', { language: 'nl', unit: 'MTR' }))).toBe(1234)
    expect(said(parseQuantity('1.234', { language: 'nl', unit: 'MTR' }))).toEqual([1234, 1_234_000])
    expect(said(parseQuantity('1,2345', { language: 'nl', unit: 'MTR' }))).toBe('number.tooManyDecimals')
  })

  it('[K14] reads sets', () => {
    const sets = (raw: string) => said(parseSets(raw, { language: 'nl', unit: 'C62' }))
    const two = { sets: 2, each: 500_000, total: 1_000_000 }
    expect(['2x500', '2 x 500', '2×500', '2*500', '2X500'].map(sets)).toEqual(Array(5).fill(two))
    expect(sets('500')).toEqual({ sets: 1, each: 500_000, total: 500_000 })
    expect(sets('3x1.000')).toEqual({ sets: 3, each: 1_000_000, total: 3_000_000 })
    expect(['2x', 'x500', '2x3x4', '0x5', '2.5x100', '10x999999999'].map(sets)).toEqual([
      'number.malformed',
      'number.malformed',
      'number.malformed',
      'number.outOfRange',
      'number.tooManyDecimals',
      'number.outOfRange',
    ])
  })

  it('[K14] reads back every quantity it writes, in every unit and language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.constantFrom(...unitCodes),
        fc.constantFrom(...languages),
        (steps, unit, language) => {
          const thousandths = Math.min(steps * 10 ** (3 - unitDecimals[unit]), largestQuantity)
          expect(said(parseQuantity(formatFor(language).quantityToEdit(thousandths), { language, unit }))).toBe(
            thousandths,
          )
        },
      ),
    )
  })
})
