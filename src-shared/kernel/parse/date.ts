/**
 * Dates as typed in the five languages, all of which write the day before the month; ISO is always understood. The screen
 * shows the ISO date beside the field, so that nobody has to guess what `01/02` was taken for (reliability c 15).
 */
import {
  addMonths,
  type CalendarDate,
  type DateWindow,
  daysBetween,
  isCalendarDate,
  isWithin,
  plausibleWindow,
  yearOf,
} from '../dates.ts'
import { type Language, localeOf } from '../language.ts'
import { fold } from '../text.ts'
import { normaliseDigits } from './digits.ts'

export interface DateRules {
  readonly language: Language
  readonly today: CalendarDate
  /** Ten years back to five ahead unless a field says otherwise. */
  readonly window?: DateWindow
  /** Which year a date without one means; the nearest unless a field says otherwise. */
  readonly lean?: 'future' | 'past' | 'nearest'
}

export type DateReading =
  | { readonly ok: true; readonly date: CalendarDate; readonly yearAssumed: boolean; readonly normalised: boolean }
  | { readonly ok: false; readonly code: 'date.missing' | 'date.malformed' | 'date.noSuchDate' }
  | {
      readonly ok: false
      readonly code: 'date.outOfWindow'
      readonly params: { readonly date: CalendarDate; readonly from: CalendarDate; readonly until: CalendarDate }
    }

interface Typed {
  readonly day: string
  readonly month: string
  /** Absent: to be assumed. */
  readonly year?: string | undefined
}

export function parseDate(raw: string, rules: DateRules): DateReading {
  const { text, normalised } = normaliseDigits(raw.slice(0, 100).trim())
  if (text === '') return { ok: false, code: 'date.missing' }
  const candidates = [...readings(text, rules.language)]
  if (candidates.length === 0) return { ok: false, code: 'date.malformed' }
  for (const typed of candidates) {
    const date = typed.year === undefined ? assumeYear(typed, rules) : compose(fullYear(typed.year), typed)
    if (date === null) continue
    const window = rules.window ?? plausibleWindow(rules.today)
    if (!isWithin(date, window))
      return { ok: false, code: 'date.outOfWindow', params: { date, from: window.from, until: window.until } }
    return { ok: true, date, yearAssumed: typed.year === undefined, normalised }
  }
  return { ok: false, code: 'date.noSuchDate' }
}

function* readings(text: string, language: Language): Generator<Typed> {
  const iso = /^(?<year>\d{4})(?:-|\/|\.)(?<month>\d{1,2})(?:-|\/|\.)(?<day>\d{1,2})$/u.exec(text)?.groups
  const dayFirst = /^(?<day>\d{1,2})\s*[-/.\s]\s*(?<month>\d{1,2})(?:\s*[-/.\s]\s*(?<year>\d{4}|\d{2}))?\.?$/u.exec(
    text,
  )?.groups
  // Digits alone: an ISO date when it is one, otherwise day, month and perhaps year.
  const run = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u.exec(text)?.groups
  const dayFirstRun = /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})?$/u.exec(text)?.groups
  for (const groups of [iso, dayFirst, run, dayFirstRun]) if (groups) yield typedFrom(groups)
  const worded =
    /^(?<day>\d{1,2})\s*(?:\.|(?:st|nd|rd|th|er|e|ste|de)(?=\s))?\s*(?<name>\p{L}{3,})\.?,?\s*(?<year>\d{4}|\d{2})?\s*(?:r\.?)?$/iu.exec(
      text.normalize('NFC'),
    )?.groups
  const month = worded ? monthNamed(worded.name ?? '', language) : null
  if (worded && month !== null) yield typedFrom({ ...worded, month: String(month) })
}

function typedFrom(groups: Readonly<Record<string, string | undefined>>): Typed {
  return { day: groups.day ?? '', month: groups.month ?? '', year: groups.year }
}

function fullYear(typed: string): number {
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed)
}

function compose(year: number, typed: Typed): CalendarDate | null {
  const date = `${String(year).padStart(4, '0')}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

function assumeYear(typed: Typed, rules: DateRules): CalendarDate | null {
  const year = yearOf(rules.today)
  const dates = [year - 1, year, year + 1].map((each) => compose(each, typed)).filter((date) => date !== null)
  if (rules.lean === 'future') return dates.find((date) => date >= rules.today) ?? null
  if (rules.lean === 'past') return dates.findLast((date) => date <= rules.today) ?? null
  const distance = (date: CalendarDate) => Math.abs(daysBetween(rules.today, date))
  return dates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** The month that a name or the start of one means, if only one does; asked of the platform, with and without a day. */
function monthNamed(name: string, language: Language): number | null {
  const wanted = fold(name)
  const matches = new Set<number>()
  for (let month = 1; month <= 12; month += 1) {
    const names = monthNames(month, language)
    if (names.includes(wanted)) return month
    if (names.some((each) => each.startsWith(wanted))) matches.add(month)
  }
  const [only] = matches
  return matches.size === 1 && only !== undefined ? only : null
}

function monthNames(month: number, language: Language): string[] {
  const day = new Date(`${addMonths('2026-01-15', month - 1)}T12:00:00Z`)
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
  ]
  return shapes.map((shape) => {
    const parts = new Intl.DateTimeFormat(localeOf(language), { ...shape, timeZone: 'UTC' }).formatToParts(day)
    return fold(parts.find((part) => part.type === 'month')?.value ?? '').replace('.', '')
  })
}
