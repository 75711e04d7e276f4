import { isCalendarDate, isInstant } from '#shared/kernel/dates.ts'

/** How a value of the history is said: in words of its own, as a moment or day, or as it stands. */
export type HistorySaying =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'moment' | 'day'; readonly at: string }
  | { readonly kind: 'yesNo'; readonly isTrue: boolean }
  /** A value that has a word of its own: `status` `confirmed`. */
  | { readonly kind: 'word'; readonly word: string }

/** What only the program needs to know; people find it elsewhere on the page. */
const untold: ReadonlySet<string> = new Set(['position', 'takenBy', 'takenAt', 'orderedOn', 'confirmedAt', 'currency'])
const worded: Readonly<Record<string, string>> = {
  status: 'status',
  delivery: 'delivery',
  plannedPayment: 'method',
  source: 'source',
  vatTreatment: 'vatTreatment',
}
/** Of a value with several parts the first of these that it has, and then the others beside it. */
const telling = [
  ['title'],
  ['name', 'phone', 'email'],
  ['street', 'postcode', 'city'],
  ['on', 'at'],
  ['shortCode'],
  ['text'],
  ['number'],
] as const

export function historySaying(field: string, value: unknown): HistorySaying {
  if (value === null || value === undefined || value === '') return { kind: 'nothing' }
  if (typeof value === 'boolean') return { kind: 'yesNo', isTrue: value }
  if (typeof value === 'number') return { kind: 'text', text: String(value) }
  if (typeof value === 'string') {
    const group = worded[field]
    if (group !== undefined) return { kind: 'word', word: `${group}.${value}` }
    if (isInstant(value)) return { kind: 'moment', at: value }
    return isCalendarDate(value) ? { kind: 'day', at: value } : { kind: 'text', text: value }
  }
  const parts: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {}
  const keys = telling.find(([first]) => typeof parts[first] === 'string' && parts[first] !== '')
  const said = (keys ?? []).map((key) => parts[key]).filter((part) => typeof part === 'string' && part !== '')
  return said.length === 0 ? { kind: 'text', text: '…' } : { kind: 'text', text: said.join(' ') }
}

/** `lines.<id>.item` is the field `item` of a line; its place in the order is not in the history. */
export function fieldWord(path: string): { readonly field: string; readonly isLine: boolean } {
  const [entity = '', , field] = path.split('.')
  return entity === 'lines' && field !== undefined ? { field, isLine: true } : { field: entity, isLine: false }
}

export function isTold(path: string): boolean {
  return !untold.has(fieldWord(path).field)
}
