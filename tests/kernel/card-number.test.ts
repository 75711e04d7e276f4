import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteField, withoutCardNumbers } from '#shared/kernel/card-number.ts'

const masked = (text: string) => withoutCardNumbers(text).text

describe('[bad input 25] card numbers in a text', () => {
  it('[bad input 25] [K26] keeps the last four digits of what is a card, however it was written', () => {
    expect(
      [
        'Karte 4111 1111 1111 1111 12/28',
        '4111111111111111',
        '5500-0000-0000-0004',
        'amex 3782 822463 10005, ok',
        'kaart:6759649826438453',
        'bel 0612345678 4111 1111 1111 1111',
        'nr4111111111111111',
        '4111 1111 1111 1111 en 5500 0000 0000 0004',
      ].map(masked),
    ).toEqual([
      'Karte •••• 1111 12/28',
      '•••• 1111',
      '•••• 0004',
      'amex •••• 0005, ok',
      'kaart:•••• 8453',
      'bel 0612345678 •••• 1111',
      'nr•••• 1111',
      '•••• 1111 en •••• 0004',
    ])
  })

  it('[bad input 25] [K26] leaves other numbers as they are and says that nothing was masked', () => {
    for (const text of [
      '4111 1111 1111 1112',
      '+31 30 231 77 40 / 06-12345678',
      'EAN 8711253001202, 4006381333931',
      'IBAN DE89 3704 0044 0532 0130 00',
      'IBAN NL02 ABNA 0123 4567 89',
      'BE68 5390 0754 7034',
      '26-A04831',
      '01900000-0000-7000-8000-000000000001',
      '2.500 Stück à 0,035',
    ])
      expect(withoutCardNumbers(text)).toEqual({ text, wasMasked: false })
  })

  it('[bad input 25] [K26] what was masked once is masked for good, in any text', () => {
    const parts = fc.oneof(fc.string(), fc.constantFrom('4111 1111 1111 1111', '5500000000000004', '-', ' ', '12'))
    fc.assert(
      fc.property(
        fc.array(parts).map((all) => all.join('')),
        (text) => {
          const once = masked(text)
          expect(withoutCardNumbers(once)).toEqual({ text: once, wasMasked: false })
        },
      ),
    )
  })

  it('[bad input 25] [K26] a contract never sees one, and still counts what was typed', () => {
    expect(noteField({ max: 100 }).parse(' 4111 1111 1111 1111 ')).toBe('•••• 1111')
    expect(noteField({ max: 10 }).safeParse('4111 1111 1111 1111').error?.issues[0]?.message).toBe('text.tooLong')
  })
})
