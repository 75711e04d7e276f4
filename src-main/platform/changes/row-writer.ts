import type { WritableDb, WriteStatement } from '../database/handles.ts'
import { type DriverValue, shapeOf, type TypedTable, tableName } from '../database/typed-table.ts'
import type { ProjectedRow } from './projection.ts'

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
  readonly #tables = new Map<TypedTable, TableWriter>()

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

  empty(tables: readonly TypedTable[]): void {
    for (const table of tables) this.#db.write(`delete from "${tableName(table)}"`).run()
  }

  #writerOf(table: TypedTable): TableWriter {
    const known = this.#tables.get(table)
    if (known) return known
    const made = makeWriter(this.#db, table)
    this.#tables.set(table, made)
    return made
  }
}

function makeWriter(db: WritableDb, table: TypedTable): TableWriter {
  const { name, columns, keys } = shapeOf(table)
  const keyNames = keys.map((index) => `"${columns[index]?.name}" = ?`).join(' and ')
  const insert = db.write(
    `insert into "${name}" (${columns.map((each) => `"${each.name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const remove = db.write(`delete from "${name}" where ${keyNames}`)
  const updates = new Map<string, WriteStatement>()
  const keyValues = (row: DriverRow): DriverValue[] => keys.map((index) => row[index] ?? null)
  return {
    name,
    keyOf: (row) => `${name}\u0000${keyValues(row).join('\u0000')}`,
    toDriver: (row) => columns.map(({ property, toDriver }) => toDriver(row[property])),
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

function sameValue(a: DriverValue | undefined, b: DriverValue | undefined): boolean {
  if (a === b) return true
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) && a.equals(b)
}
