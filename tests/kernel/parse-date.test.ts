import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/kernel/dates.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import { type DateRules, parseDate } from '#shared/kernel/parse/date.ts'
import { parseTime } from '#shared/kernel/parse/time.ts'

const today = '2026-11-22'
function date(raw: string, language: Language = 'nl', more: Partial<DateRules> = {}): string {
  const reading = parseDate(raw, { language, today, ...more })
  return reading.ok ? reading.date : reading.code
}

describe('[K18] dates as typed (reliability c 15)', () => {
  it('[bad input 15] [K18] reads the day before the month, ISO always, with two or four digits of the year', () => {
    const spellings = [
      '28-11',
      '28/11/2026',
      '28.11.26',
      '28.11.',
      '28 11 2026',
      '2026-11-28',
      '2026/11/28',
      '20261128',
      '28112026',
      '281126',
      '2811',
      '28. 11. 2026',
      '２８－１１－２０２６',
    ]
    for (const language of languages)
      expect(spellings.map((raw) => date(raw, language))).toEqual(spellings.map(() => '2026-11-28'))
    expect(date('1/2/27')).toBe('2027-02-01')
  })

  it('[K18] reads the names of months', () => {
    expect([
      date('28 november 2026', 'nl'),
      date('28 nov', 'en'),
      date('28th November 2026', 'en'),
      date('1er décembre 2026', 'fr'),
      date('28. Nov. 26', 'de'),
      date('28 listopada 2026', 'pl'),
      date('28 lis', 'pl'),
      date('3 März 2027', 'de'),
      date('3 mrt 2027', 'nl'),
    ]).toEqual([
      '2026-11-28',
      '2026-11-28',
      '2026-11-28',
      '2026-12-01',
      '2026-11-28',
      '2026-11-28',
      '2026-11-28',
      '2027-03-03',
      '2027-03-03',
    ])
    expect([date('5 jui', 'fr'), date('5 juin', 'fr', { lean: 'past' }), date('28 nov', 'pl')]).toEqual([
      'date.malformed',
      '2026-06-05',
      'date.malformed',
    ])
  })

  it('[bad input 15] [K18] says that it assumed the year, and which way to lean', () => {
    expect(parseDate('28-12', { language: 'nl', today: '2027-01-03' })).toEqual({
      ok: true,
      date: '2026-12-28',
      yearAssumed: true,
      normalised: false,
    })
    expect(date('28-12', 'nl', { today: '2027-01-03', lean: 'future' })).toBe('2027-12-28')
    expect(date('22-11', 'nl', { lean: 'future' })).toBe('2026-11-22')
    expect(date('23-11', 'nl', { lean: 'past' })).toBe('2025-11-23')
    expect(date('03-01')).toBe('2027-01-03')
  })

  it('[bad input 15] [K18] refuses dates that do not exist and those nobody means', () => {
    expect(
      ['31-02', '31-02-2027', '29-02-2027', '29-02', '00-11', '11/28/2026', '2026-13-01'].map((raw) => date(raw)),
    ).toEqual(Array(7).fill('date.noSuchDate'))
    expect(['01-01-1900', '9999-12-31', '01-01-2032', '1926-11-28'].map((raw) => date(raw))).toEqual(
      Array(4).fill('date.outOfWindow'),
    )
    expect(
      ['soon', '28', '28-', '28-11-2', '28-11-20261', '1.2.3.4', '-28-11', '28-november-'].map((raw) => date(raw)),
    ).toEqual(Array(8).fill('date.malformed'))
    expect(date('29-02-2028')).toBe('2028-02-29')
    expect(date(' ')).toBe('date.missing')
    expect(date('01-01-1980', 'nl', { window: { from: '1900-01-01', until: '2026-11-22' } })).toBe('1980-01-01')
    expect(parseDate('9999-12-31', { language: 'de', today })).toEqual({
      ok: false,
      code: 'date.outOfWindow',
      params: { date: '9999-12-31', from: '2016-11-22', until: '2031-11-22' },
    })
  })

  it('[K18] reads back every date it writes, in five languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3600, max: 1800 }), fc.constantFrom(...languages), (away, language) => {
        const day = addDays(today, away)
        const format = formatFor(language)
        expect([
          date(format.dateToEdit(day), language),
          date(format.dateOnPaper(day), language),
          date(day, language),
        ]).toEqual([day, day, day])
      }),
      { numRuns: 300 },
    )
  })

  it('[K18] never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...languages),
        (raw, language) => typeof date(raw, language) === 'string',
      ),
    )
  })
})

describe('[K19] times as typed', () => {
  const time = (raw: string) => {
    const reading = parseTime(raw)
    return reading.ok ? reading.time : reading.code
  }

  it('[K19] reads the five languages and the 12-hour clock', () => {
    expect(
      ['16:00', '16u', '4pm', '16h', '16 Uhr', '16.00 uur', 'godz. 16', '1600', '4 p.m.', '16', 'om 16u', '４pm'].map(
        time,
      ),
    ).toEqual(Array(12).fill('16:00'))
    expect(['16h30', '16u30', '16.30 Uhr', '4:30 pm', '1630', 'à 16h30'].map(time)).toEqual(Array(6).fill('16:30'))
    expect(['12am', '12pm', '12:15 am', '930', '0:05', '9'].map(time)).toEqual([
      '00:00',
      '12:00',
      '00:15',
      '09:30',
      '00:05',
      '09:00',
    ])
  })

  it('[K19] refuses what no clock shows', () => {
    expect(['24:00', '16:60', '13pm', '0am', '16:0', 'noon', '16:00:00', '99999'].map(time)).toEqual(
      Array(8).fill('time.malformed'),
    )
    expect(time('')).toBe('time.missing')
  })
})
