import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from '#shared/kernel/dates.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { isLanguage, type Language, localeOf } from '#shared/kernel/language.ts'

/**
 * Reads a calendar date as people type it at a counter: `26-11`, `26.11.26`, `2611`, `26`, `2026-11-26`, `+3`.
 * Day before month, as in all five languages. Without a year the next such day counts, because a print shop's dates
 * lie ahead; without a month the next such day of the month.
 */
export function parseTypedDate(text: string, today: CalendarDate): CalendarDate | null {
  const from = Temporal.PlainDate.from(today)
  const typed = text.trim()
  const ahead = /^\+(\d{1,3})$/.exec(typed)
  if (ahead?.[1] !== undefined) return from.add({ days: Number(ahead[1]) }).toString()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = partsOf(typed)
  if (parts === null) return null
  const [day, month, year] = parts
  if (year !== undefined && month !== undefined) return dateOf(year < 100 ? 2000 + year : year, month, day)
  return nextOf(from, day, month)
}

type Parts = readonly [day: number, month: number | undefined, year: number | undefined]

function partsOf(typed: string): Parts | null {
  const split = /^(\d{1,2})[-./ ](\d{1,2})(?:[-./ ](\d{2}|\d{4}))?[-./]?$/.exec(typed)
  if (split) return [Number(split[1]), Number(split[2]), split[3] === undefined ? undefined : Number(split[3])]
  const run = /^(\d{1,2})(?:(\d{2})(\d{2}|\d{4})?)?$/.exec(typed)
  if (run === null) return null
  const optional = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits))
  return [Number(run[1]), optional(run[2]), optional(run[3])]
}

function nextOf(from: Temporal.PlainDate, day: number, month: number | undefined): string | null {
  const step = month === undefined ? { months: 1 } : { years: 1 }
  let first = from.with({ day: 1, month: month ?? from.month }, { overflow: 'constrain' })
  // Twelve months or eight years hold every date that exists, 29 February included.
  for (let turn = 0; turn < 12; turn += 1) {
    const date = month === undefined || first.month === month ? dateOf(first.year, first.month, day) : null
    if (date !== null && date >= from.toString()) return date
    first = first.add(step)
  }
  return null
}

function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

/** "Thu, 26 November 2026", in the clerk's language. */
export function longDate(date: CalendarDate, language: string): string {
  const form = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(localeOf(spoken(language)), form).format(new Date(`${date}T12:00:00Z`))
}

/** The short form in which the clerk's language writes a date, all of which are read back. */
export function typedForm(date: CalendarDate, language: string): string {
  return formatFor(spoken(language)).dateToEdit(date)
}

function spoken(language: string): Language {
  return isLanguage(language) ? language : 'en'
}
