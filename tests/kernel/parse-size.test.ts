import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFor } from '#shared/kernel/format.ts'
import { languages } from '#shared/kernel/language.ts'
import { namedSizes } from '#shared/kernel/length.ts'
import { parseSide, parseSize } from '#shared/kernel/parse/size.ts'

function size(raw: string, unit: 'mm' | 'm' = 'mm'): unknown {
  const reading = parseSize(raw, { language: 'nl', unit })
  if (reading.ok) return `${reading.value.width} ${reading.value.height} ${reading.value.name ?? ''}`.trim()
  return 'readings' in reading ? reading.readings.map(({ width, height }) => `${width} ${height}`) : reading.code
}

describe('[K15] sizes as typed', () => {
  it('[K15] reads millimetres unless a unit is said', () => {
    expect(
      ['85x55', '85×55mm', '85 x 55 mm', '8,5 x 5,5 cm', '8.5X5.5cm', '0,085*0,055 m', '85 mm x 5,5 cm'].map((raw) =>
        size(raw),
      ),
    ).toEqual(Array(7).fill('850 550'))
    expect([size('3x2 m'), size('3x2', 'm'), size('3m x 200cm'), size('8.5x11"'), size('1,25 x 0,8m')]).toEqual([
      '30000 20000',
      '30000 20000',
      '30000 20000',
      '2159 2794',
      '12500 8000',
    ])
    expect([size('85,5x55'), size('85,55x55')]).toEqual(['855 550', 'number.tooManyDecimals'])
  })

  it('[K15] knows the names of sheets and envelopes, also lying', () => {
    expect(
      ['A4', 'a 4', 'DIN A4', '210x297', 'A4 quer', 'dl', 'SRA3', 'c5 liggend', 'A10', 'b2 poziomo'].map((raw) =>
        size(raw),
      ),
    ).toEqual([
      '2100 2970 A4',
      '2100 2970 A4',
      '2100 2970 A4',
      '2100 2970 A4',
      '2970 2100 A4',
      '990 2100 DL',
      '3200 4500 SRA3',
      '2290 1620 C5',
      '260 370 A10',
      '7070 5000 B2',
    ])
    expect(Object.keys(namedSizes).filter((name) => !String(size(name)).endsWith(name))).toEqual([])
  })

  it('[K15] asks or says what is wrong', () => {
    expect(size('1.500x500')).toEqual(['15 5000', '15000 5000'])
    expect(size('1.500 x 0,5 m')).toBe('15000 5000')
    expect(
      [
        '',
        'A11',
        'C9',
        'big',
        '85',
        '85x',
        'x55',
        '85x55x20',
        '85 km x 5',
        '3m x 2',
        '0x5',
        '200x200 m',
        '-5x5',
        `1x${'1'.repeat(200)}`,
      ].map((raw) => size(raw)),
    ).toEqual([
      'number.missing',
      'size.malformed',
      'size.malformed',
      'size.malformed',
      'size.malformed',
      'number.missing',
      'number.missing',
      'size.malformed',
      'size.malformed',
      'size.unitMissing',
      'number.outOfRange',
      'number.outOfRange',
      'number.outOfRange',
      'size.malformed',
    ])
  })

  it('[K15] reads a single side', () => {
    const side = (raw: string) => parseSide(raw, { language: 'de' })
    expect([side('3 mm'), side('0,5cm'), side('2')]).toEqual(
      [30, 50, 20].map((value) => ({ ok: true, value, normalised: false })),
    )
    expect(side('3 km').ok).toBe(false)
  })

  it('[K15] reads back every size it writes, in five languages', () => {
    const sides = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(sides, sides, fc.constantFrom(...languages), (width, height, language) => {
        expect(parseSize(formatFor(language).size({ width, height }), { language })).toMatchObject({
          ok: true,
          value: { width, height },
        })
      }),
    )
  })
})
