import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  basisPointsSchema,
  calendarDateSchema,
  countrySchema,
  currencySchema,
  instantSchema,
  languageSchema,
  minorUnitsSchema,
  positionSchema,
  quantitySchema,
  signedMinorUnitsSchema,
  sizeSchema,
  timeOfDaySchema,
  timeZoneSchema,
  unitCodeSchema,
  unitPriceSchema,
} from '#shared/kernel/value-schemas.ts'

/** [schema, what it takes, what it does not, the code it gives for the first of those] */
const cases: readonly (readonly [z.ZodType, readonly unknown[], readonly unknown[], string?])[] = [
  [minorUnitsSchema, [0, 1234], [-1, 0.5, 1e15, Number.NaN, '1', null]],
  [signedMinorUnitsSchema, [-1234], [0.5, -1e15]],
  [currencySchema, ['EUR', 'PLN'], ['eur', 'EUX', 'constructor', 5], 'currency.unknown'],
  [quantitySchema, [1, 500_000], [0, -1000, 1e15]],
  [unitCodeSchema, ['C62', 'MTK'], ['pcs', 'toString', 1], 'unit.unknown'],
  [basisPointsSchema, [0, 2100, 10_000], [-1, 10_001, 21.5]],
  [
    sizeSchema,
    [{ width: 2100, height: 2970 }],
    [
      { width: 0, height: 1 },
      { width: 1, height: 1, depth: 1 },
    ],
  ],
  [calendarDateSchema, ['2026-11-28'], ['2026-02-31', '28-11-2026', ''], 'date.malformed'],
  [instantSchema, ['2026-11-28T15:00:00.000Z'], ['2026-11-28T15:00:00Z', '2026-11-28'], 'instant.malformed'],
  [timeOfDaySchema, ['16:00'], ['24:00', '4pm'], 'time.malformed'],
  [timeZoneSchema, ['Europe/Warsaw'], ['Warsaw', '+01:00'], 'timeZone.unknown'],
  [languageSchema, ['pl'], ['pl-PL', 'xx'], 'language.unknown'],
  [countrySchema, ['PL'], ['pl', 'POL'], 'country.malformed'],
  [positionSchema, ['i000', 'i000i'], ['', 'i0000'], 'position.malformed'],
  [
    unitPriceSchema,
    [{ amount: 474_000_000, base: 500 }],
    [
      { amount: -1, base: 1 },
      { amount: 1, base: 0 },
      { amount: 1, base: 2.5 },
    ],
  ],
]

describe('[K25] values of contracts', () => {
  it('[K25] take what is sound and nothing else, with a code that can be worded', () => {
    for (const [schema, sound, unsound, code] of cases) {
      expect(sound.map((value) => schema.safeParse(value).data)).toEqual(sound)
      expect(unsound.filter((value) => schema.safeParse(value).success)).toEqual([])
      if (code) expect(schema.safeParse(unsound[0]).error?.issues[0]?.message).toBe(code)
    }
  })
})
