import type { OutputFor } from '#shared/contract.ts'

type HistoryEntry = OutputFor<'history.get'>['entries'][number]
type HistoryField = HistoryEntry['fields'][number]

/** A change of one field as a line says it; `null` sides are not said. */
export interface FieldLine {
  readonly path: string
  /** Names of the field and, in a row of a list, of the row's own field. */
  readonly names: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly isHidden: boolean
  /** Who, at another station, wrote what stood instead. */
  readonly overwrittenBy: HistoryField['overwrittenBy']
}

/** Words of values that stand for something: languages, kinds, percentages. null: no special words. */
export type WriteValue = (path: string, value: unknown) => string | null

/** The fields of one change, as far as two values can be read side by side. */
export function fieldLines(fields: readonly HistoryField[], write: WriteValue): readonly FieldLine[] {
  return fields
    .filter(({ path }) => !isBookkeeping(path))
    .map(({ path, from, to, isHidden, overwrittenBy }) => ({
      path,
      names: namesOf(path),
      from: isHidden ? null : valueText(path, from, write),
      to: isHidden ? null : valueText(path, to, write),
      isHidden,
      overwrittenBy,
    }))
}

/** `contacts.<id>.phone` is the contact's phone. */
export function namesOf(path: string): readonly string[] {
  const [field = '', , own] = path.split('.')
  return own === undefined ? [field] : [field, own]
}

/** Places in a list are keys that nobody reads; what answers a finding is told by the finding. */
function isBookkeeping(path: string): boolean {
  return path.endsWith('.position') || path === 'position' || path.startsWith('answers.')
}

/** '' is "not filled in"; null: a value that no line can hold. */
export function valueText(path: string, value: unknown, write: WriteValue): string | null {
  if (value === null || value === undefined || value === '') return ''
  const own = write(path, value)
  if (own !== null) return own
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || Array.isArray(value)) return null
  const members = Object.values(value)
  return members.every((member) => typeof member === 'string') ? members.filter(Boolean).join(', ') : null
}
