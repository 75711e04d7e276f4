import { isCalendarDate, isInstant } from '#shared/kernel/dates.ts'

/** How a value of the history is said: in words of its own, as a moment or day, or as it stands. */
export type HistorySaying =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'moment' | 'day'; readonly at: string }
  | { readonly kind: 'promised'; readonly on: string; readonly time: string }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'percent'; readonly rate: number }
  | { readonly kind: 'yesNo'; readonly isTrue: boolean }
  /** A value that has a word of its own: `status` `confirmed`. */
  | { readonly kind: 'word'; readonly word: string }

/** What only the program needs to know; people find it elsewhere on the page. */
const untold: ReadonlySet<string> = new Set([
  'answers',
  'position',
  'takenBy',
  'takenAt',
  'orderedOn',
  'confirmedAt',
  'currency',
])
const worded: Readonly<Record<string, string>> = {
  status: 'status',
  delivery: 'delivery',
  plannedPayment: 'method',
  source: 'source',
  vatTreatment: 'vatTreatment',
}
/** Of a value with several parts those that tell it, by the part that all of its kind have. */
const telling = [
  ['title'],
  ['name', 'phone', 'email'],
  ['street', 'postcode', 'city'],
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
  return partsSaying(field, typeof value === 'object' ? { ...value } : {})
}

function partsSaying(field: string, parts: Readonly<Record<string, unknown>>): HistorySaying {
  const { on, at, amount, rate } = parts
  if (typeof on === 'string') return { kind: 'promised', on, time: typeof at === 'string' ? at : '' }
  if (typeof amount === 'number') return { kind: 'amount', amount }
  if (typeof rate === 'number') return { kind: 'percent', rate }
  const keys = telling.find(([first]) => typeof parts[first] === 'string')
  if (keys === undefined) return { kind: 'text', text: '…' }
  const said = keys.map((key) => parts[key]).filter((part) => typeof part === 'string' && part !== '')
  if (said.length > 0) return { kind: 'text', text: said.join(' ') }
  return field === 'customer' ? { kind: 'word', word: 'walkIn' } : { kind: 'nothing' }
}

/** `lines.<id>.item` is the field `item` of a line; its place in the order is not in the history. */
export function fieldWord(path: string): { readonly field: string; readonly isLine: boolean } {
  const [entity = '', , field] = path.split('.')
  return entity === 'lines' && field !== undefined ? { field, isLine: true } : { field: entity, isLine: false }
}

interface FieldChange {
  readonly path: string
  readonly from?: unknown
  readonly to?: unknown
  readonly isHidden: boolean
}

/** What began as nothing or "no" and is so still is no change to a person. */
export function isTold({ path, from, to, isHidden }: FieldChange): boolean {
  const { field } = fieldWord(path)
  if (untold.has(field)) return false
  const isNothing = (value: unknown) => value === false || historySaying(field, value).kind === 'nothing'
  return isHidden || !(isNothing(from) && isNothing(to))
}
