import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  boundsOfDay,
  businessDay,
  daysBetween,
  firstOfMonth,
  instantAt,
  instantFromMillis,
  isCalendarDate,
  isInstant,
  isTimeOfDay,
  isTimeZone,
  isWithin,
  lastOfMonth,
  millisOf,
  plausibleWindow,
  timeOfDay,
  weekdayOf,
  weekOf,
} from '#shared/kernel/dates.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from '#shared/kernel/working-days.ts'

const warsaw = 'Europe/Warsaw'

describe('[K16] instants and business days', () => {
  it('[Values] [K16] the business day is that of the zone, never of the machine', () => {
    expect(businessDay('2026-12-31T23:30:00.000Z', warsaw)).toBe('2027-01-01')
    expect(businessDay('2026-12-31T23:30:00.000Z', 'America/New_York')).toBe('2026-12-31')
    expect(timeOfDay('2026-07-01T14:00:00.000Z', warsaw)).toBe('16:00')
    expect(instantFromMillis(millisOf('2026-07-01T14:00:00.120Z'))).toBe('2026-07-01T14:00:00.120Z')
  })

  it('[K16] a day has 23 or 25 hours when the clocks change', () => {
    const hours = (date: string) => {
      const { from, until } = boundsOfDay(date, warsaw)
      return (millisOf(until) - millisOf(from)) / 3_600_000
    }
    expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25])
    expect(boundsOfDay('2026-03-29', warsaw)).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      until: '2026-03-29T22:00:00.000Z',
    })
  })

  it('[K16] a time the clocks skip is moved and said, one they show twice is asked about (reliability c 16)', () => {
    expect(instantAt('2026-03-29', '02:30', warsaw)).toEqual({
      kind: 'shifted',
      instant: '2026-03-29T01:30:00.000Z',
      time: '03:30',
    })
    expect(instantAt('2026-10-25', '02:30', warsaw)).toEqual({
      kind: 'twice',
      earlier: '2026-10-25T00:30:00.000Z',
      later: '2026-10-25T01:30:00.000Z',
    })
    expect(instantAt('2026-11-26', '16:00', warsaw)).toEqual({ kind: 'once', instant: '2026-11-26T15:00:00.000Z' })
  })

  it('[Values] [K16] every instant lies on the business day whose bounds hold it', () => {
    const zones = fc.constantFrom('Europe/Warsaw', 'Europe/London', 'America/New_York', 'UTC', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), zones, (millis, zone) => {
        const instant = instantFromMillis(millis)
        const { from, until } = boundsOfDay(businessDay(instant, zone), zone)
        expect(from <= instant && instant < until).toBe(true)
      }),
    )
  })

  it('[Values] [K16] knows the shape of dates, instants, times and zones', () => {
    expect(
      ['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '+002026-01-01', ''].filter(isCalendarDate),
    ).toEqual([])
    expect(['2028-02-29', '0001-01-01', '9999-12-31'].filter(isCalendarDate)).toHaveLength(3)
    expect([
      isInstant('2026-01-01T00:00:00.000Z'),
      isInstant('2026-01-01T00:00:00Z'),
      isInstant('2026-02-30T00:00:00.000Z'),
      isInstant('2026-01-01T25:00:00.000Z'),
    ]).toEqual([true, false, false, false])
    expect(['00:00', '23:59', '24:00', '9:00', '12:60'].filter(isTimeOfDay)).toEqual(['00:00', '23:59'])
    expect(['Europe/Amsterdam', 'UTC', '+01:00', 'Mars/Base', ''].filter(isTimeZone)).toEqual([
      'Europe/Amsterdam',
      'UTC',
    ])
  })
})

describe('[K17] calendar dates', () => {
  it('[Values] [K17] counts days and months', () => {
    expect([
      addDays('2026-12-31', 1),
      addDays('2026-03-01', -1),
      addMonths('2026-01-31', 1),
      addMonths('2028-02-29', 12),
    ]).toEqual(['2027-01-01', '2026-02-28', '2026-02-28', '2029-02-28'])
    expect([daysBetween('2026-11-22', '2026-12-02'), daysBetween('2026-12-02', '2026-11-22')]).toEqual([10, -10])
    expect([firstOfMonth('2028-02-17'), lastOfMonth('2028-02-17'), weekdayOf('2026-11-26')]).toEqual([
      '2028-02-01',
      '2028-02-29',
      4,
    ])
    expect([weekOf('2027-01-01'), weekOf('2026-11-26')]).toEqual([
      { year: 2026, week: 53 },
      { year: 2026, week: 48 },
    ])
  })

  it('[K17] takes dates far away for typing mistakes (reliability c 15)', () => {
    const window = plausibleWindow('2026-11-22')
    expect(
      ['1900-01-01', '2016-11-22', '2026-11-22', '2031-11-22', '9999-12-31'].map((date) => isWithin(date, window)),
    ).toEqual([false, true, true, true, false])
  })

  it('[K17] counts working days around weekends and holidays', () => {
    const calendar = { weekdays: [1, 2, 3, 4, 5], closed: new Set(['2026-12-25']) }
    expect(addWorkingDays('2026-12-24', 1, calendar)).toBe('2026-12-28')
    expect(addWorkingDays('2026-12-28', -1, calendar)).toBe('2026-12-24')
    expect(addWorkingDays('2026-12-26', 0, calendar)).toBe('2026-12-26')
    expect([workingDayFrom('2026-12-25', calendar), workingDayFrom('2026-12-24', calendar)]).toEqual([
      '2026-12-28',
      '2026-12-24',
    ])
    expect(workingDaysBetween('2026-12-24', '2026-12-29', calendar)).toBe(2)
    expect(workingDaysBetween('2026-12-29', '2026-12-24', calendar)).toBe(-2)
    expect(isWorkingDay('2026-12-25', calendar)).toBe(false)
    expect(() => workingDayFrom('2026-12-25', { weekdays: [], closed: new Set() })).toThrow(RangeError)
  })

  it('[K17] counting working days agrees with adding them', () => {
    const calendar = { weekdays: [1, 2, 4, 6], closed: new Set(['2026-06-02', '2026-06-13']) }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }), (offset, count) => {
        const from = addDays('2026-05-01', offset)
        expect(workingDaysBetween(from, addWorkingDays(from, count, calendar), calendar)).toBe(count)
      }),
    )
  })
})
