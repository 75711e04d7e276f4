import type { ReadStatement, WritableDb, WriteStatement } from '../database/handles.ts'

/** Reading and writing of the station's own tables; a statement that names a projected table is a bug and throws (W1). */
export interface LocalDb {
  read<Row>(sql: string): ReadStatement<Row>
  write(sql: string): WriteStatement
  transact<T>(work: () => T): T
}

const written =
  /\b(?:insert(?:\s+or\s+\w+)?\s+into|update(?:\s+or\s+\w+)?|delete\s+from|replace\s+into)\s+"?([a-z_]+)"?/gi

export function localDb(db: WritableDb, tables: ReadonlySet<string>): LocalDb {
  return {
    read: (sql) => db.read(sql),
    write: (sql) => {
      for (const [, table = ''] of sql.matchAll(written)) {
        // `on conflict do update set` names no table.
        if (table.toLowerCase() === 'set') continue
        if (!tables.has(table.toLowerCase()))
          throw new Error(`${table} is not a local table: commands write documents through their tx`)
      }
      return db.write(sql)
    },
    transact: (work) => db.transact(work),
  }
}
