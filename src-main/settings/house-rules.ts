import type { HouseRules } from '#main/platform/bus/command-bus.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { businessDay } from '#shared/kernel/dates.ts'
import { housePatterns, numberYear, writeNumber } from '#shared/settings/number-pattern.ts'
import { companyReader } from './company.ts'

/** Days and numbers as the company's settings have them; before the first start the day is UTC's. */
export function houseRules(db: ReadableDb): HouseRules {
  const company = companyReader(db)
  let known: { readonly zone: string; readonly minute: string; readonly day: string } | undefined
  return {
    // Every frame asks; a day begins and clocks change on a minute, so one answer serves the whole of it.
    businessDay: (instant) => {
      const zone = company()?.timeZone ?? 'UTC'
      const minute = instant.slice(0, 'YYYY-MM-DDThh:mm'.length)
      if (known?.minute !== minute || known.zone !== zone) known = { zone, minute, day: businessDay(instant, zone) }
      return known.day
    },
    numberYear,
    numberText: (series, counter, stationCode, year) => {
      const pattern = company()?.numberPatterns[series] ?? housePatterns[series]
      if (pattern === undefined) throw new Error(`series ${series} has no pattern`)
      return writeNumber(pattern, counter, stationCode, year)
    },
  }
}
