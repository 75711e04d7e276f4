/** Times of day as typed: `16:00`, `16u`, `16h30`, `16.30 Uhr`, `godz. 16`, `1630`, `4pm`. */
import type { TimeOfDay } from '../dates.ts'
import { fold } from '../text.ts'
import { normaliseDigits } from './digits.ts'

export type TimeReading =
  | { readonly ok: true; readonly time: TimeOfDay; readonly normalised: boolean }
  | { readonly ok: false; readonly code: 'time.missing' | 'time.malformed' }

const apart =
  /^(?<hour>\d{1,2})(?:\s*[:.hu]\s*(?<minute>\d{2})|\s*(?:[hu](?=$|\s)))?\s*(?<half>am|pm|a\.m\.|p\.m\.)?\s*(?:uur|uhr|h|u)?$/u
const together = /^(?<hour>\d{1,2})(?<minute>\d{2})$/u
const prefix = /^(?:godz\.?|g\.|om|um|at|a|o|@)\s*(?=\d)/u

export function parseTime(raw: string): TimeReading {
  const { text, normalised } = normaliseDigits(raw.slice(0, 50))
  const typed = fold(text).replace(prefix, '')
  if (typed === '') return { ok: false, code: 'time.missing' }
  const groups = (apart.exec(typed) ?? together.exec(typed))?.groups
  if (!groups) return { ok: false, code: 'time.malformed' }
  const typedHour = Number(groups.hour)
  const half = groups.half?.[0]
  // On the 12-hour clock the hour after 11 is 12: midnight and noon.
  const hour = half ? (typedHour % 12) + (half === 'p' ? 12 : 0) : typedHour
  const minute = Number(groups.minute ?? 0)
  if (minute > 59 || hour > 23 || (half && (typedHour < 1 || typedHour > 12)))
    return { ok: false, code: 'time.malformed' }
  return { ok: true, time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, normalised }
}
