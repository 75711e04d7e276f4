/** Parsers of the kernel's values for contracts. Their messages are problem codes; limits keep products of them exact. */
import { z } from 'zod'
import { isCurrency } from './currency.ts'
import { isCalendarDate, isInstant, isTimeOfDay, isTimeZone } from './dates.ts'
import { isPosition } from './fractional-position.ts'
import { isLanguage, type Language } from './language.ts'
import { largestAmount } from './money.ts'
import { largestQuantity } from './parse/quantity.ts'
import { longestSide } from './parse/size.ts'
import { isUnitCode, type UnitCode } from './quantity.ts'

export const minorUnitsSchema = z.int().min(0).max(largestAmount)
export const signedMinorUnitsSchema = z.int().min(-largestAmount).max(largestAmount)
export const currencySchema = z.string().refine(isCurrency, 'currency.unknown')
/** More than nothing; credits have documents of their own. */
export const quantitySchema = z.int().min(1).max(largestQuantity)
export const unitCodeSchema = z.custom<UnitCode>((code) => typeof code === 'string' && isUnitCode(code), 'unit.unknown')
export const basisPointsSchema = z.int().min(0).max(10_000)
export const sideSchema = z.int().min(1).max(longestSide)
export const sizeSchema = z.strictObject({ width: sideSchema, height: sideSchema })
export const calendarDateSchema = z.string().refine(isCalendarDate, 'date.malformed')
export const instantSchema = z.string().refine(isInstant, 'instant.malformed')
export const timeOfDaySchema = z.string().refine(isTimeOfDay, 'time.malformed')
export const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'timeZone.unknown')
export const languageSchema = z.custom<Language>(
  (code) => typeof code === 'string' && isLanguage(code),
  'language.unknown',
)
/** ISO 3166-1 alpha-2 by its shape. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/u, 'country.malformed')
export const positionSchema = z.string().refine(isPosition, 'position.malformed')
/** A price of `base` units with six decimals; never negative. */
export const unitPriceSchema = z.strictObject({
  amount: z.int().min(0),
  base: z.int().min(1).max(1_000_000_000),
})
