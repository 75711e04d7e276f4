import { addDays, type CalendarDate, weekdayOf } from './dates.ts'

/** When a company or supplier works: a setting. */
export interface WorkingCalendar {
  /** ISO weekdays, Monday 1. */
  readonly weekdays: readonly number[]
  /** Holidays and other closed dates. */
  readonly closed: ReadonlySet<CalendarDate>
}

// Longer than any closure; beyond it the calendar itself is wrong.
const longestSearch = 3660

export function isWorkingDay(date: CalendarDate, calendar: WorkingCalendar): boolean {
  return calendar.weekdays.includes(weekdayOf(date)) && !calendar.closed.has(date)
}

/** The date itself if people work on it, otherwise the next one they do. */
export function workingDayFrom(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return seek(date, 1, calendar)
}

/** `count` working days later, or earlier when negative; the date itself is day zero whether or not people work on it. */
export function addWorkingDays(date: CalendarDate, count: number, calendar: WorkingCalendar): CalendarDate {
  const direction = count < 0 ? -1 : 1
  let reached = date
  for (let left = Math.abs(count); left > 0; left -= 1) reached = seek(addDays(reached, direction), direction, calendar)
  return reached
}

/** Working days after `from` up to and including `until`; negative when `until` is earlier. */
export function workingDaysBetween(from: CalendarDate, until: CalendarDate, calendar: WorkingCalendar): number {
  if (until < from) return -workingDaysBetween(until, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

function seek(start: CalendarDate, direction: 1 | -1, calendar: WorkingCalendar): CalendarDate {
  let day = start
  for (let tried = 0; tried < longestSearch; tried += 1) {
    if (isWorkingDay(day, calendar)) return day
    day = addDays(day, direction)
  }
  throw new RangeError('the calendar has no working day')
}
