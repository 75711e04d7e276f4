import type { Language } from '#shared/kernel/local-text.ts'
import type { CellChange } from '../grid/pasted.ts'
import { codeFrom } from './codes.ts'
import {
  isBlankValue,
  newValue,
  type OptionValueRow,
  type OptionValues,
  type ProductValues,
  withText,
} from './product-values.ts'

/** Columns of the grid of values; sizes have one more. */
export const valueColumns = ['code', 'name', 'line', 'size'] as const

export function withOption(values: ProductValues, id: string, part: Partial<OptionValues>): ProductValues {
  return { ...values, options: values.options.map((option) => (option.id === id ? { ...option, ...part } : option)) }
}

/** Typed or pasted into the values of an option: rows grow as they are needed, and one empty row is always left. */
export function withValueCells(
  rows: readonly OptionValueRow[],
  changes: readonly CellChange[],
  language: Language,
  newId: () => string,
): OptionValueRow[] {
  const next = [...rows]
  for (const { row, column, text } of changes) {
    while (next.length <= row) next.push(newValue(newId()))
    const value = next[row]
    if (value !== undefined) next[row] = withCell(value, column, text, language)
  }
  return withEmptyRow(next, newId)
}

function withCell(value: OptionValueRow, column: number, text: string, language: Language): OptionValueRow {
  switch (valueColumns[column]) {
    case 'code':
      return { ...value, code: text }
    case 'name':
      return { ...value, names: withText(value.names, language, text) }
    case 'line':
      return { ...value, lineNames: withText(value.lineNames, language, text) }
    case 'size':
      return { ...value, size: text }
    default:
      return value
  }
}

export function withEmptyRow(rows: readonly OptionValueRow[], newId: () => string): OptionValueRow[] {
  const last = rows.at(-1)
  return last !== undefined && isBlankValue(last) ? [...rows] : [...rows, newValue(newId())]
}

/** Gives what has a name and no code yet its code (CT3): when a name is left, not while it is still being typed. */
export function settleCodes(values: ProductValues): ProductValues {
  if (!values.options.some(lacksCode)) return values
  const options: OptionValues[] = []
  for (const option of values.options) {
    const taken = [...values.options, ...options].map(({ code }) => code)
    const code = option.code || codeFrom(option.names, '', taken)
    options.push({ ...option, code, values: withCodes(option.values) })
  }
  return { ...values, options }
}

function lacksCode({ code, names, values }: OptionValues): boolean {
  const isNamed = Object.values(names).some((name) => name.trim() !== '')
  return (code === '' && isNamed) || values.some((value) => value.code === '' && !isBlankValue(value))
}

function withCodes(rows: readonly OptionValueRow[]): OptionValueRow[] {
  const settled: OptionValueRow[] = []
  for (const row of rows) {
    const taken = [...rows, ...settled].map(({ code }) => code)
    settled.push(row.code === '' ? { ...row, code: codeFrom(row.names, row.size, taken) } : row)
  }
  return settled
}

/** One place earlier; the first stays. */
export function movedUp<R>(rows: readonly R[], at: number): R[] {
  const row = rows[at]
  return at < 1 || row === undefined ? [...rows] : rows.toSpliced(at, 1).toSpliced(at - 1, 0, row)
}
