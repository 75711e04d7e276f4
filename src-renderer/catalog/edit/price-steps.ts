import type { CellChange } from '../grid/pasted.ts'
import {
  type EntryValues,
  type LevelValues,
  newEntry,
  noLevel,
  type PriceValues,
  type SurchargeValues,
} from './product-values.ts'

/** Columns of a surcharge's row. */
export const levelColumns = ['from', 'percent', 'perRun', 'perPiece', 'perPage', 'perSquareMetre'] as const

export function withEntry(prices: PriceValues, id: string, part: Partial<EntryValues>): PriceValues {
  return { ...prices, entries: prices.entries.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)) }
}

/** Entries with tiers, with their place among all: the columns of the grid from left to right. */
export function tierEntries(prices: PriceValues): readonly { readonly entry: EntryValues; readonly at: number }[] {
  return prices.entries.flatMap((entry, at) => (entry.way === 'tiers' ? [{ entry, at }] : []))
}

/** Typed or pasted into the tiers: the first column is the quantity, then a column for each entry. */
export function withTierCells(prices: PriceValues, changes: readonly CellChange[]): PriceValues {
  const rows = Math.max(prices.quantities.length, ...changes.map(({ row }) => row + 1))
  const quantities = padded(prices.quantities, rows)
  const columns = tierEntries(prices).map(({ entry }) => entry.id)
  const cells = new Map(columns.map((id) => [id, padded(entryOf(prices, id)?.prices ?? [], rows)]))
  for (const { row, column, text } of changes) {
    if (column === 0) quantities[row] = text
    else {
      const cell = cells.get(columns[column - 1] ?? '')
      if (cell !== undefined) cell[row] = text
    }
  }
  const entries = prices.entries.map((entry) => ({
    ...entry,
    prices: cells.get(entry.id) ?? padded(entry.prices, rows),
  }))
  return withEmptyTier({ ...prices, quantities, entries })
}

export function withoutTier(prices: PriceValues, row: number): PriceValues {
  return withEmptyTier({
    ...prices,
    quantities: prices.quantities.toSpliced(row, 1),
    entries: prices.entries.map((entry) => ({ ...entry, prices: entry.prices.toSpliced(row, 1) })),
  })
}

/** One empty row is always left to type the next tier into. */
function withEmptyTier(prices: PriceValues): PriceValues {
  const last = prices.quantities.length - 1
  const isEmpty = [prices.quantities[last], ...prices.entries.map((entry) => entry.prices[last])].every(
    (text) => (text ?? '').trim() === '',
  )
  if (last >= 0 && isEmpty) return prices
  return {
    ...prices,
    quantities: [...prices.quantities, ''],
    entries: prices.entries.map((entry) => ({ ...entry, prices: [...entry.prices, ''] })),
  }
}

export function addEntry(prices: PriceValues, id: string, way: EntryValues['way']): PriceValues {
  return { ...prices, entries: [...prices.entries, newEntry(id, way, prices.quantities.length)] }
}

/** Rows of an area price: from how many square metres, at what. */
export function withAreaCells(entry: EntryValues, changes: readonly CellChange[]): EntryValues {
  const areas = entry.areas.map((area) => ({ ...area }))
  for (const { row, column, text } of changes) {
    while (areas.length <= row) areas.push({ from: '', price: '' })
    const area = areas[row]
    if (area !== undefined) areas[row] = column === 0 ? { ...area, from: text } : { ...area, price: text }
  }
  const last = areas.at(-1)
  const hasEmptyRow = last !== undefined && `${last.from}${last.price}`.trim() === ''
  return { ...entry, areas: hasEmptyRow ? areas : [...areas, { from: '', price: '' }] }
}

/** A line of the surcharge grid: the surcharge it belongs to, and which of its levels. */
export interface LevelLine {
  readonly surcharge: SurchargeValues
  readonly at: number
  readonly level: LevelValues
  readonly levelAt: number
}

export function levelLines(surcharges: readonly SurchargeValues[]): readonly LevelLine[] {
  return surcharges.flatMap((surcharge, at) =>
    surcharge.levels.map((level, levelAt) => ({ surcharge, at, level, levelAt })),
  )
}

/** Typed or pasted into the surcharges; whose condition is not there yet has no line to paste into. */
export function withLevelCells(
  surcharges: readonly SurchargeValues[],
  changes: readonly CellChange[],
): SurchargeValues[] {
  const lines = levelLines(surcharges)
  return surcharges.map((surcharge, at) => ({
    ...surcharge,
    levels: surcharge.levels.map((level, levelAt) => {
      const row = lines.findIndex((line) => line.at === at && line.levelAt === levelAt)
      const own = changes.filter((change) => change.row === row)
      return own.reduce((now, { column, text }) => withLevelCell(now, column, text), level)
    }),
  }))
}

function withLevelCell(level: LevelValues, column: number, text: string): LevelValues {
  const name = levelColumns[column]
  return name === undefined ? level : { ...level, [name]: text }
}

export function withLevel(surcharge: SurchargeValues): SurchargeValues {
  return { ...surcharge, levels: [...surcharge.levels, noLevel] }
}

export function withoutLevel(surcharges: readonly SurchargeValues[], id: string, levelAt: number): SurchargeValues[] {
  return surcharges.flatMap((surcharge) => {
    if (surcharge.id !== id) return [surcharge]
    const levels = surcharge.levels.toSpliced(levelAt, 1)
    return levels.length === 0 ? [] : [{ ...surcharge, levels }]
  })
}

function entryOf(prices: PriceValues, id: string): EntryValues | undefined {
  return prices.entries.find((entry) => entry.id === id)
}

function padded(texts: readonly string[], length: number): string[] {
  return [...texts, ...Array.from({ length: Math.max(length - texts.length, 0) }, () => '')]
}
