import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'

/** A feature's declared table, as the store writes it. */
export type TypedTable = SQLiteTable
export type RowFor<T extends SQLiteTable> = T['$inferInsert']

export type DriverValue = string | number | bigint | Buffer | null

export interface TableShape {
  readonly name: string
  readonly columns: readonly ColumnShape[]
  /** Places of the primary key's columns. */
  readonly keys: readonly number[]
}

export interface ColumnShape {
  readonly name: string
  /** Drizzle's property of the column. */
  readonly property: string
  readonly toDriver: (value: unknown) => DriverValue
}

export function tableName(table: SQLiteTable): string {
  return getTableConfig(table).name
}

export function shapeOf(table: SQLiteTable): TableShape {
  const { name, columns, primaryKeys } = getTableConfig(table)
  const properties = Object.entries(getTableColumns(table))
  const composite = primaryKeys[0]?.columns.map((column) => column.name) ?? []
  const keys = columns.flatMap((column, index) => (column.primary || composite.includes(column.name) ? [index] : []))
  if (keys.length === 0) throw new Error(`table ${name} has no primary key`)
  return {
    name,
    keys,
    columns: columns.map((column) => {
      const property = properties.find(([, each]) => each === column)?.[0]
      if (property === undefined) throw new Error(`column ${name}.${column.name} has no property`)
      const isPlain = column.dataType === 'string' || column.dataType === 'number'
      return { name: column.name, property, toDriver: (value) => driverValue(column, value, isPlain) }
    }),
  }
}

function driverValue(column: SQLiteColumn, value: unknown, isPlain: boolean): DriverValue {
  if (value === null || value === undefined) return null
  if (isPlain && (typeof value === 'string' || typeof value === 'number')) return value
  // Canonical, so that a row is the same whether it came from a command or from a rebuild (W4).
  if (column.dataType === 'json') return canonicalJson(value)
  const mapped: unknown = column.mapToDriverValue(value)
  if (typeof mapped === 'boolean') return mapped ? 1 : 0
  if (typeof mapped === 'string' || typeof mapped === 'number' || typeof mapped === 'bigint' || Buffer.isBuffer(mapped))
    return mapped
  throw new Error(`column ${column.name} cannot hold a ${typeof mapped}`)
}
