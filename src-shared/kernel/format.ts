/**
 * Numbers, amounts and dates as people of a language write them (design section 10), from the platform's locale data. Words
 * (today, tomorrow, hours) are never made here: such answers come as parts that translations word.
 */
import type { Currency } from './currency.ts'
import { currencyExponent } from './currency.ts'
import {
  businessDay,
  type CalendarDate,
  daysBetween,
  type Instant,
  type TimeOfDay,
  type TimeZone,
  timeOfDay,
  yearOf,
} from './dates.ts'
import { type Language, localeOf } from './language.ts'
import type { Size, TenthsOfMillimetre } from './length.ts'
import { type MinorUnits, type ScaledPrice, unitPriceDecimals } from './money.ts'
import type { BasisPoints } from './percent.ts'
import type { Thousandths } from './quantity.ts'

/** A true minus and a thin space that does not break the line, for the hyphen the platform gives. */
export const minusSign = '\u2212\u202F'

/** A near date is said, any other is written out. */
export type NearDate =
  | { readonly kind: 'today' | 'tomorrow'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }

export type NearMoment = NearDate & { readonly time: TimeOfDay }

/** Under an hour a running clock; above it hours and two-digit minutes. */
export type DurationParts =
  | { readonly kind: 'clock'; readonly text: string }
  | { readonly kind: 'hours'; readonly hours: number; readonly minutes: string }

export interface Format {
  readonly language: Language
  /** In a column: no currency, thousands always grouped. */
  amount(amount: MinorUnits, currency: Currency): string
  /** Alone: with its currency; English says the code. */
  amountWithCurrency(amount: MinorUnits, currency: Currency): string
  /** In a field being edited: no currency, no grouping. */
  amountToEdit(amount: MinorUnits, currency: Currency): string
  /** A price each: three decimals under 10, two from there. */
  priceEach(price: ScaledPrice): string
  /** A price with all the decimals it has, two at least, ungrouped: for fields being edited. */
  priceToEdit(price: ScaledPrice): string
  percent(rate: BasisPoints): string
  /** Without the sign, for fields whose label says %. */
  percentToEdit(rate: BasisPoints): string
  quantity(quantity: Thousandths): string
  quantityToEdit(quantity: Thousandths): string
  count(count: number): string
  /** Millimetres, one decimal at most, without the unit. */
  millimetres(length: TenthsOfMillimetre): string
  /** "85 × 55 mm" */
  size(size: Size): string
  /** In lists: "Thu 26 Nov", with the year only when it is not this one. */
  dateInList(date: CalendarDate, today: CalendarDate): string
  /** On paper: "26 November 2026". */
  dateOnPaper(date: CalendarDate): string
  /** In a field: day, month and year in digits. */
  dateToEdit(date: CalendarDate): string
  nearDate(date: CalendarDate, today: CalendarDate): NearDate
  nearMoment(instant: Instant, now: Instant, zone: TimeZone): NearMoment
}

/** Formatters are costly to make: a screen or paper makes its format once and keeps it. */
export function formatFor(language: Language): Format {
  const locale = localeOf(language)
  const numbers = new Map<string, Intl.NumberFormat>()
  const dates = new Map<string, Intl.DateTimeFormat>()

  function number(value: Decimal, options: Intl.NumberFormatOptions): string {
    const key = JSON.stringify(options)
    // `negative`: what rounds to nothing carries no minus.
    const format = numbers.get(key) ?? new Intl.NumberFormat(locale, { ...options, signDisplay: 'negative' })
    numbers.set(key, format)
    return format
      .formatToParts(value)
      .map((part) => (part.type === 'minusSign' ? minusSign : part.value))
      .join('')
  }

  function date(day: CalendarDate, options: Intl.DateTimeFormatOptions): string {
    const key = JSON.stringify(options)
    const format = dates.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    dates.set(key, format)
    return format.format(new Date(`${day}T12:00:00Z`))
  }

  const digits = (least: number, most = least): Intl.NumberFormatOptions => ({
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  })

  const format: Format = {
    language,
    amount: (amount, currency) =>
      number(decimal(amount, currencyExponent(currency)), {
        ...digits(currencyExponent(currency)),
        useGrouping: 'always',
      }),
    amountWithCurrency: (amount, currency) =>
      number(decimal(amount, currencyExponent(currency)), {
        ...digits(currencyExponent(currency)),
        style: 'currency',
        currency,
        currencyDisplay: language === 'en' ? 'code' : 'symbol',
      }),
    amountToEdit: (amount, currency) =>
      number(decimal(amount, currencyExponent(currency)), {
        ...digits(currencyExponent(currency)),
        useGrouping: false,
      }),
    priceEach: (price) => {
      // 9.9996 rounds to 10.00, so the limit is judged on what three decimals would show.
      const decimals = Math.abs(price) < 9_999_500 ? 3 : 2
      return number(decimal(price, unitPriceDecimals), { ...digits(decimals), useGrouping: 'always' })
    },
    priceToEdit: (price) =>
      number(decimal(price, unitPriceDecimals), { ...digits(2, unitPriceDecimals), useGrouping: false }),
    percent: (rate) => number(decimal(rate, 4), { style: 'percent', ...digits(0, 2) }),
    percentToEdit: (rate) => number(decimal(rate, 2), { ...digits(0, 2), useGrouping: false }),
    quantity: (quantity) => number(decimal(quantity, 3), { ...digits(0, 3), useGrouping: 'always' }),
    quantityToEdit: (quantity) => number(decimal(quantity, 3), { ...digits(0, 3), useGrouping: false }),
    count: (count) => number(decimal(count, 0), { useGrouping: 'always' }),
    millimetres: (length) => number(decimal(length, 1), { ...digits(0, 1), useGrouping: false }),
    size: ({ width, height }) => `${format.millimetres(width)} × ${format.millimetres(height)}\u00A0mm`,
    dateInList: (day, today) =>
      date(day, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        ...(yearOf(day) === yearOf(today) ? {} : { year: 'numeric' }),
      }),
    dateOnPaper: (day) => date(day, { dateStyle: 'long' }),
    dateToEdit: (day) => date(day, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    nearDate: (day, today) => {
      const away = daysBetween(today, day)
      const text = format.dateInList(day, today)
      return { kind: away === 0 ? 'today' : away === 1 ? 'tomorrow' : 'date', text }
    },
    nearMoment: (instant, now, zone) => ({
      ...format.nearDate(businessDay(instant, zone), businessDay(now, zone)),
      time: timeOfDay(instant, zone),
    }),
  }
  return format
}

export function durationParts(seconds: number): DurationParts {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  if (whole < 3600) return { kind: 'clock', text: `${two(Math.floor(whole / 60))}:${two(whole % 60)}` }
  return { kind: 'hours', hours: Math.floor(whole / 3600), minutes: two(Math.floor((whole % 3600) / 60)) }
}

type Decimal = Intl.StringNumericLiteral

/** A scaled integer as the decimal text that Intl reads exactly: large amounts would lose cents as floats. */
function decimal(scaled: number, decimals: number): Decimal {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  return `${scaled < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}` as Decimal
}
