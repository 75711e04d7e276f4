import { describe, expect, test } from 'vitest'
import { parseTypedDate, typedForm } from '#renderer/ui/fields/typed-date.ts'
import { isUnreadable, takeValue, typeText } from '#renderer/ui/fields/typed-value.ts'

const form = {
  parse: (text: string) => (/^\d+(,\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 100) : null),
  format: (value: number) => (value / 100).toFixed(2).replace('.', ','),
}

describe('a value typed as text', () => {
  test('[UI5] what was typed stays as it was typed', () => {
    const typed = typeText('12,5', form)
    expect(typed).toEqual({ text: '12,5', value: 1250 })
    expect(takeValue(typed, 1250, form)).toBe(typed)
  })

  test('[UI5] text that means nothing stays too', () => {
    const typed = typeText('12,,5', form)
    expect([typed, isUnreadable(typed), takeValue(typed, null, form)]).toEqual([
      { text: '12,,5', value: null },
      true,
      typed,
    ])
  })

  test('another value from outside is written in its own form, and none empties the field', () => {
    const typed = typeText('12,5', form)
    expect(takeValue(typed, 900, form)).toEqual({ text: '9,00', value: 900 })
    expect(takeValue(typed, null, form)).toEqual({ text: '', value: null })
    expect(isUnreadable(typeText('  ', form))).toBe(false)
  })
})

describe('a typed date', () => {
  test.each([
    ['26-11', '2026-11-26'],
    ['26.11.', '2026-11-26'],
    ['26/11/26', '2026-11-26'],
    ['26 11 2027', '2027-11-26'],
    ['2611', '2026-11-26'],
    ['261127', '2027-11-26'],
    ['26112027', '2027-11-26'],
    ['2026-12-01', '2026-12-01'],
    ['26', '2026-11-26'],
    ['5', '2026-12-05'],
    ['31', '2026-12-31'],
    ['3-2', '2027-02-03'],
    ['29-2', '2028-02-29'],
    ['+3', '2026-11-22'],
    [' 19-11 ', '2026-11-19'],
  ])('%j is understood', (text, date) => {
    expect(parseTypedDate(text, '2026-11-19')).toBe(date)
  })

  test.each(['31-11', '32-1', '29-2-2027', 'tomorrow', '', '2611202', '-3'])('%j is not a date', (text) => {
    expect(parseTypedDate(text, '2026-11-19')).toBeNull()
  })

  test.each(['en', 'nl', 'fr', 'de', 'pl'])('what the field writes in %s is read back', (language) => {
    expect(parseTypedDate(typedForm('2027-03-04', language), '2026-11-19')).toBe('2027-03-04')
  })
})
