import type { Statement } from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { WritableDb } from '../database/handles.ts'
import type { ProjectedRow } from './projection.ts'

type DriverValue = string | number | bigint | Buffer | null
type DriverRow = readonly DriverValue[]

interface TableWriter {
  readonly name: string
  readonly keyOf: (row: DriverRow) => string
  readonly toDriver: (row: Readonly<Record<string, unknown>>) => DriverRow
  insert(row: DriverRow): void
  update(before: DriverRow, after: DriverRow): void
  remove(row: DriverRow): void
}

/** Writes the difference between the rows a document had and the rows it has now. */
export class RowWriter {
  readonly #db: WritableDb
  readonly #tables = new Map<SQLiteTable, TableWriter>()

  constructor(db: WritableDb) {
    this.#db = db
  }

  write(before: readonly ProjectedRow[], after: readonly ProjectedRow[]): void {
    if (before.length === 0) {
      for (const { table, row } of after) {
        const writer = this.#writerOf(table)
        writer.insert(writer.toDriver(row))
      }
      return
    }
    const standing = new Map<string, { readonly writer: TableWriter; readonly row: DriverRow }>()
    for (const { table, row } of before) {
      const writer = this.#writerOf(table)
      const values = writer.toDriver(row)
      standing.set(writer.keyOf(values), { writer, row: values })
    }
    const inserts: (() => void)[] = []
    for (const { table, row } of after) {
      const writer = this.#writerOf(table)
      const values = writer.toDriver(row)
      const key = writer.keyOf(values)
      const old = standing.get(key)
      if (old === undefined) inserts.push(() => writer.insert(values))
      else {
        standing.delete(key)
        writer.update(old.row, values)
      }
    }
    // Rows that went make room first: a unique value may move from one row to another.
    for (const { writer, row } of standing.values()) writer.remove(row)
    for (const insert of inserts) insert()
  }

  empty(tables: readonly SQLiteTable[]): void {
    for (const table of tables) this.#db.write(`delete from "${getTableConfig(table).name}"`).run()
  }

  #writerOf(table: SQLiteTable): TableWriter {
    const known = this.#tables.get(table)
    if (known) return known
    const made = makeWriter(this.#db, table)
    this.#tables.set(table, made)
    return made
  }
}

function makeWriter(db: WritableDb, table: SQLiteTable): TableWriter {
  const { name, columns, primaryKeys } = getTableConfig(table)
  const properties = Object.entries(getTableColumns(table))
  const ordered = columns.map((column) => {
    const property = properties.find(([, each]) => each === column)?.[0]
    if (property === undefined) throw new Error(`column ${name}.${column.name} has no property`)
    return { column, property, isPlain: column.dataType === 'string' || column.dataType === 'number' }
  })
  const composite = primaryKeys[0]?.columns.map((column) => column.name) ?? []
  const keys = ordered.flatMap(({ column }, index) =>
    column.primary || composite.includes(column.name) ? [index] : [],
  )
  if (keys.length === 0) throw new Error(`table ${name} has no primary key`)
  const keyNames = keys.map((index) => `"${columns[index]?.name}" = ?`).join(' and ')
  const insert = db.write(
    `insert into "${name}" (${columns.map((each) => `"${each.name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const remove = db.write(`delete from "${name}" where ${keyNames}`)
  const updates = new Map<string, Statement>()
  const keyValues = (row: DriverRow): DriverValue[] => keys.map((index) => row[index] ?? null)
  return {
    name,
    keyOf: (row) => `${name}\u0000${keyValues(row).join('\u0000')}`,
    toDriver: (row) => ordered.map(({ column, property, isPlain }) => driverValue(column, row[property], isPlain)),
    insert: (row) => {
      insert.run(...row)
    },
    remove: (row) => {
      remove.run(...keyValues(row))
    },
    update: (before, after) => {
      // Only what changed is set, so that untouched indexes stay untouched.
      const changed = columns.flatMap((_, index) => (sameValue(before[index], after[index]) ? [] : [index]))
      if (changed.length === 0) return
      const signature = changed.join()
      let statement = updates.get(signature)
      if (statement === undefined) {
        const sets = changed.map((index) => `"${columns[index]?.name}" = ?`).join(', ')
        statement = db.write(`update "${name}" set ${sets} where ${keyNames}`)
        updates.set(signature, statement)
      }
      statement.run(...changed.map((index) => after[index] ?? null), ...keyValues(after))
    },
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

function sameValue(a: DriverValue | undefined, b: DriverValue | undefined): boolean {
  if (a === b) return true
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) && a.equals(b)
}
