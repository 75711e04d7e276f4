/**
 * Calendar dates and instants (write-path "Values"). A calendar date is 'YYYY-MM-DD' in the company's zone; an instant is
 * UTC with milliseconds. The zone is always an argument: never the machine's.
 */
import { Temporal } from 'temporal-polyfill'

/** 'YYYY-MM-DD'; sorts as text. */
export type CalendarDate = string
/** '2026-11-28T15:00:00.000Z'; sorts as text. */
export type Instant = string
/** IANA name, as Europe/Warsaw. */
export type TimeZone = string
/** 'HH:MM' on the 24-hour clock. */
export type TimeOfDay = string

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u.test(text)) return false
  try {
    return instantFromMillis(millisOf(text)) === text
  } catch {
    return false
  }
}

export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)
}

export function isTimeZone(name: string): boolean {
  try {
    // An offset is accepted by the library too, but knows nothing of summer time.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return /^[A-Z]/iu.test(name)
  } catch {
    return false
  }
}

export function instantFromMillis(millis: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(millis).toString({ smallestUnit: 'millisecond' })
}

export function millisOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** The business day: the zone's calendar day an instant falls on. */
export function businessDay(instant: Instant, zone: TimeZone): CalendarDate {
  return zoned(instant, zone).toPlainDate().toString()
}

/** The clock on the wall at an instant. */
export function timeOfDay(instant: Instant, zone: TimeZone): TimeOfDay {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** First instant of a business day and of the next one: 23 or 25 hours apart when the clocks change. */
export function boundsOfDay(date: CalendarDate, zone: TimeZone): { readonly from: Instant; readonly until: Instant } {
  const day = plain(date)
  const startOf = (each: Temporal.PlainDate) => instantFromMillis(each.toZonedDateTime(zone).epochMilliseconds)
  return { from: startOf(day), until: startOf(day.add({ days: 1 })) }
}

/** What a wall-clock time on a date means (reliability c 16). */
export type InstantReading =
  | { readonly kind: 'once'; readonly instant: Instant }
  /** The clocks skip it: the same distance after the skip, with the time to note to the person. */
  | { readonly kind: 'shifted'; readonly instant: Instant; readonly time: TimeOfDay }
  /** The clocks show it twice: the person is asked which. */
  | { readonly kind: 'twice'; readonly earlier: Instant; readonly later: Instant }

export function instantAt(date: CalendarDate, time: TimeOfDay, zone: TimeZone): InstantReading {
  const wall = plain(date).toPlainDateTime(Temporal.PlainTime.from(time))
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  const instant = instantFromMillis(later.epochMilliseconds)
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'once', instant }
  if (later.toPlainDateTime().equals(wall)) {
    return { kind: 'twice', earlier: instantFromMillis(earlier.epochMilliseconds), later: instant }
  }
  return { kind: 'shifted', instant, time: later.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return plain(date).add({ days }).toString()
}

/** The same day of a later month, or its last day where it has none: 31 January + 1 is 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return plain(date).add({ months }).toString()
}

/** Days from `from` to `until`; negative when `until` is earlier. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return plain(from).until(plain(until), { largestUnit: 'day' }).days
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return plain(date).with({ day: 1 }).toString()
}

export function lastOfMonth(date: CalendarDate): CalendarDate {
  const day = plain(date)
  return day.with({ day: day.daysInMonth }).toString()
}

export function yearOf(date: CalendarDate): number {
  return plain(date).year
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekdayOf(date: CalendarDate): number {
  return plain(date).dayOfWeek
}

/** ISO week, with the year it belongs to: 1 January may lie in week 53 of the year before. */
export function weekOf(date: CalendarDate): { readonly year: number; readonly week: number } {
  const day = plain(date)
  return { year: day.yearOfWeek ?? day.year, week: day.weekOfYear ?? 0 }
}

/** Dates outside are taken for typing mistakes (1900, 9999) unless a field says otherwise (reliability c 15). */
export interface DateWindow {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

export function plausibleWindow(today: CalendarDate, yearsBack = 10, yearsAhead = 5): DateWindow {
  return { from: addMonths(today, -12 * yearsBack), until: addMonths(today, 12 * yearsAhead) }
}

export function isWithin(date: CalendarDate, window: DateWindow): boolean {
  return date >= window.from && date <= window.until
}

function plain(date: CalendarDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}

function zoned(instant: Instant, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
}
