import { describe, expect, it } from 'vitest'
import { durationParts, type Format, formatFor, minusSign } from '#shared/kernel/format.ts'
import { languages } from '#shared/kernel/language.ts'

const formats = languages.map(formatFor)
/** In the order en, nl, fr, de, pl; the platform's own kinds of spaces read as plain ones. */
function each(say: (format: Format) => string): string[] {
  return formats.map((format) => say(format).replace(/[\u00A0\u202F]/gu, ' '))
}

describe('[K20] how numbers are written (design 10)', () => {
  it('[K20] amounts alone and in columns', () => {
    expect(each((format) => format.amountWithCurrency(128_460, 'EUR'))).toEqual([
      'EUR 1,284.60',
      '€ 1.284,60',
      '1 284,60 €',
      '1.284,60 €',
      '1284,60 €',
    ])
    expect(each((format) => format.amount(128_460, 'EUR'))).toEqual([
      '1,284.60',
      '1.284,60',
      '1 284,60',
      '1.284,60',
      '1 284,60',
    ])
    expect(each((format) => format.amount(1285, 'JPY'))).toEqual(['1,285', '1.285', '1 285', '1.285', '1 285'])
  })

  it('[K20] negatives carry a true minus and a thin space', () => {
    expect(each((format) => format.amount(-4120, 'EUR'))).toEqual([
      '− 41.20',
      '− 41,20',
      '− 41,20',
      '− 41,20',
      '− 41,20',
    ])
    expect(each((format) => format.amountWithCurrency(-4120, 'EUR'))).toEqual([
      '− EUR 41.20',
      '€ − 41,20',
      '− 41,20 €',
      '− 41,20 €',
      '− 41,20 €',
    ])
    expect(formatFor('pl').amount(-1, 'PLN')).toBe(`${minusSign}0,01`)
  })

  it('[K20] prices each: three decimals under 10, two from there', () => {
    const { priceEach } = formatFor('en')
    expect([75_000, 948_000, 9_999_499, 9_999_500, 10_000_000, 1_234_567_890, -75_000, -400].map(priceEach)).toEqual([
      '0.075',
      '0.948',
      '9.999',
      '10.00',
      '10.00',
      '1,234.57',
      `${minusSign}0.075`,
      '0.000',
    ])
    expect([75_000, 1_000_000, 1_234_567].map(formatFor('de').priceToEdit)).toEqual(['0,075', '1,00', '1,234567'])
  })

  it('[K20] percentages, quantities and sizes', () => {
    expect(each((format) => format.percent(4340))).toEqual(['43.4%', '43,4%', '43,4 %', '43,4 %', '43,4%'])
    expect(each((format) => format.quantity(1_234_500))).toEqual([
      '1,234.5',
      '1.234,5',
      '1 234,5',
      '1.234,5',
      '1 234,5',
    ])
    expect(each((format) => format.size({ width: 855, height: 550 }))).toEqual([
      '85.5 × 55 mm',
      '85,5 × 55 mm',
      '85,5 × 55 mm',
      '85,5 × 55 mm',
      '85,5 × 55 mm',
    ])
    expect(each((format) => format.count(1234))).toEqual(['1,234', '1.234', '1 234', '1.234', '1 234'])
  })

  it('[K20] keeps every cent of the largest amounts', () => {
    expect(formatFor('en').amount(Number.MAX_SAFE_INTEGER, 'EUR')).toBe('90,071,992,547,409.91')
  })
})

describe('[K21] how dates and durations are written (design 10)', () => {
  it('[K21] in lists without this year, on paper in full', () => {
    expect(each((format) => format.dateInList('2026-11-26', '2026-11-22'))).toEqual([
      'Thu 26 Nov',
      'do 26 nov',
      'jeu. 26 nov.',
      'Do., 26. Nov.',
      'czw., 26 lis',
    ])
    expect(each((format) => format.dateInList('2025-11-26', '2026-11-22')).every((text) => text.includes('2025'))).toBe(
      true,
    )
    expect(each((format) => format.dateOnPaper('2026-11-26'))).toEqual([
      '26 November 2026',
      '26 november 2026',
      '26 novembre 2026',
      '26. November 2026',
      '26 listopada 2026',
    ])
    expect(each((format) => format.dateToEdit('2026-11-06'))).toEqual([
      '06/11/2026',
      '06-11-2026',
      '06/11/2026',
      '06.11.2026',
      '06.11.2026',
    ])
  })

  it('[K21] says near dates, as parts that translations word', () => {
    const format = formatFor('en')
    expect(
      ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((day) => format.nearDate(day, '2026-11-22')),
    ).toEqual([
      { kind: 'date', text: 'Sat 21 Nov' },
      { kind: 'today', text: 'Sun 22 Nov' },
      { kind: 'tomorrow', text: 'Mon 23 Nov' },
      { kind: 'date', text: 'Tue 24 Nov' },
    ])
    // Half past eleven in the evening UTC is tomorrow in Warsaw.
    expect(format.nearMoment('2026-11-22T23:30:00.000Z', '2026-11-22T12:00:00.000Z', 'Europe/Warsaw')).toEqual({
      kind: 'tomorrow',
      text: 'Mon 23 Nov',
      time: '00:30',
    })
  })

  it('[K21] durations run as a clock under an hour', () => {
    expect([252, 0, 3599, 3600, 12_060, -5].map(durationParts)).toEqual([
      { kind: 'clock', text: '04:12' },
      { kind: 'clock', text: '00:00' },
      { kind: 'clock', text: '59:59' },
      { kind: 'hours', hours: 1, minutes: '00' },
      { kind: 'hours', hours: 3, minutes: '21' },
      { kind: 'clock', text: '00:00' },
    ])
  })
})
