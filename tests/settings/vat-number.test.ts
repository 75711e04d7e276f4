import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkVatNumber, refuseVatNumber } from '#shared/settings/vat-number.ts'
import { vatNumberForms } from '#shared/settings/vat-number-forms.ts'

function numberOf(input: string, country: string | null = null): string | null {
  const check = checkVatNumber(input, country)
  return check.ok ? check.number : null
}

function problemOf(input: string, country: string | null = null) {
  const check = checkVatNumber(input, country)
  return check.ok ? null : check.problem
}

describe('VAT numbers', () => {
  it('[VN1] keeps a number without blanks and dots and with its prefix, given or known from the country', () => {
    const typed: [string, string | null, string][] = [
      ['nl 1234.56.782.B.90', null, 'NL123456782B90'],
      ['PL 123-456-32-18', null, 'PL1234563218'],
      ['1234563218', 'PL', 'PL1234563218'],
      ['BE 0123.456.749', null, 'BE0123456749'],
      ['123456749', 'BE', 'BE0123456749'],
      ['ＤＥ１２３４５６７８８', null, 'DE123456788'],
      ['DE\u00A0123\u202F456\u200B788', null, 'DE123456788'],
      ['GR 123456789', null, 'EL123456789'],
      ['123456789', 'GR', 'EL123456789'],
    ]
    expect(typed.map(([input, country]) => numberOf(input, country))).toEqual(typed.map(([, , expected]) => expected))
  })

  it('[VN2] accepts the check digits of the five countries, Dutch ones in the old and the new way', () => {
    const right = [
      'NL123456782B90',
      'NL004495445B01',
      'NL002455799B11',
      'NL123456789B13',
      'BE0428759497',
      'BE0403019261',
      'FR40303265045',
      'FR23334175221',
      'FRK7399859412',
      'FR4Z123456782',
      'DE136695976',
      'PL1234563218',
    ]
    expect(right.map((number) => numberOf(number))).toEqual(right)
  })

  it('[VN2] refuses wrong check digits', () => {
    const wrong = [
      'NL123456789B90',
      'NL123456782B00',
      'BE0431150351',
      'FR84323140391',
      'FR24334175221',
      'FRK8399859412',
      'DE136695978',
      'DE036695976',
      'PL7792433018',
    ]
    expect(wrong.map((number) => problemOf(number)?.code)).toEqual(wrong.map(() => 'vatNumber.checkDigits'))
  })

  it('[VN2] sees every single wrong digit in BE, DE and PL numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('BE0123456749', 'DE123456788', 'PL1234563218'),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const at = 2 + (place % (number.length - 2))
          const other = String((Number(number.charAt(at)) + shift) % 10)
          expect(numberOf(number.slice(0, at) + other + number.slice(at + 1))).toBeNull()
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('[VN3] counts the digits, names the expected length and an example, and marks the surplus digit as typed', () => {
    expect(checkVatNumber('PL 7792 4330 185', 'PL')).toEqual({
      ok: false,
      problem: {
        code: 'vatNumber.tooManyDigits',
        params: { context: 'PL', prefix: 'PL', example: 'PL 1234563218', typed: 11, expected: 10, count: 1 },
        marked: { from: 15, to: 15 },
      },
    })
  })

  it('[VN3] marks all that hangs over the end', () => {
    expect(problemOf('1234563218 9 9', 'PL')).toMatchObject({ params: { count: 2 }, marked: { from: 11, to: 13 } })
  })

  it('[VN3] says what else is wrong: too few, a wrong character, several lengths, no country', () => {
    expect(problemOf('PL 12345', 'PL')).toMatchObject({
      code: 'vatNumber.tooFewDigits',
      params: { count: 5, typed: 5 },
    })
    expect(problemOf('NL 123456782 01')).toMatchObject({ code: 'vatNumber.tooFewCharacters', params: { count: 1 } })
    expect(problemOf('NL 123456782B901')).toMatchObject({ code: 'vatNumber.tooManyCharacters', params: { count: 1 } })
    expect(problemOf('DE 1234S6788')).toEqual({
      code: 'vatNumber.wrongCharacter',
      params: { context: 'DE', prefix: 'DE', example: 'DE 123456788', character: 'S', position: 5 },
      marked: { from: 7, to: 7 },
    })
    expect(problemOf('CZ 1234567')).toMatchObject({ code: 'vatNumber.wrongLength', params: { typed: 7 } })
    expect(problemOf('1234563218')).toMatchObject({ code: 'vatNumber.withoutCountry' })
    expect(problemOf(' . ', 'PL')).toMatchObject({ code: 'vatNumber.empty' })
  })

  it('[VN4] accepts a number of another country than the address with a notice', () => {
    expect(checkVatNumber('DE123456788', 'NL')).toEqual({
      ok: true,
      number: 'DE123456788',
      country: 'DE',
      checked: 'check_digits',
      notice: { code: 'vatNumber.otherCountry', params: { prefix: 'DE', country: 'NL' } },
    })
  })

  it('[VN4] reads a French key that looks like a prefix as the key of a French party', () => {
    const key = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ').find((letter) => numberOf(`FRD${letter}123456782`) !== null)
    const number = `D${key}123456782`
    expect(numberOf(number, 'FR')).toBe(`FR${number}`)
  })

  it('[VN5] checks the form of the other countries of the Union and keeps numbers from outside as typed', () => {
    const right = ['ATU12345678', 'CY12345678L', 'ESB12345674', 'IE1234567FA', 'IE1S34567L', 'RO12', 'SE123456789001']
    expect(right.map((number) => numberOf(number))).toEqual(right)
    expect(checkVatNumber('ATU12345678', 'AT')).toMatchObject({ checked: 'form' })
    expect(checkVatNumber('CHE-123.456.789 MWST', 'CH')).toEqual({
      ok: true,
      number: 'CHE123456789MWST',
      country: 'CH',
      checked: 'not',
      notice: null,
    })
  })

  it('[VN5] every country has an example that passes', () => {
    expect(vatNumberForms).toHaveLength(27)
    for (const { country, prefix, example } of vatNumberForms) {
      expect(numberOf(`${prefix} ${example}`), country).toBe(`${prefix}${example}`)
      expect(numberOf(example, country), country).toBe(`${prefix}${example}`)
    }
  })

  it('[VN6] never throws, and a number once accepted is accepted again unchanged', () => {
    const country = fc.constantFrom(null, 'NL', 'BE', 'FR', 'DE', 'PL', 'GR', 'IE', 'RO', 'CH')
    const shaped = fc.stringMatching(/^[A-Z]{0,3}[ .]?[0-9]{0,12}B?[0-9]{0,3}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), shaped), country, (input, home) => {
        const check = checkVatNumber(input, home)
        if (check.ok) expect(numberOf(check.number, check.country)).toBe(check.number)
        else if (check.problem.marked) {
          expect(check.problem.marked.to).toBeLessThan(input.length)
          expect(check.problem.marked.from).toBeLessThanOrEqual(check.problem.marked.to)
        }
      }),
      // Taken apart into plain characters, this one holds a blank.
      { numRuns: 2000, examples: [['\u309B', 'CH']] },
    )
  })

  it('[VN3] refuses a form with a sentence on top and one under the field', () => {
    const problem = problemOf('DE 12345678')
    if (problem === null) throw new Error('expected a problem')
    const params = { context: 'DE', prefix: 'DE', example: 'DE 123456788', typed: 8, expected: 9, count: 1 }
    expect(refuseVatNumber('vatNumber', problem)).toEqual({
      ok: false,
      refusal: {
        code: 'vatNumber.tooFewDigits',
        params,
        problems: [{ field: 'vatNumber', code: 'vatNumber.tooFewDigits', params }],
      },
    })
  })
})
