import type { ReadableDb } from '#main/platform/database/handles.ts'

/** Every row of the tables in key order, for comparing what a rebuild makes with what was there (W4). */
export function tableDump(db: ReadableDb, tables: readonly string[]): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    tables.map((table) => {
      const columns = db
        .read<{ name: string }>(`select name from pragma_table_info('${table}')`)
        .all()
        .map((column) => `"${column.name}"`)
      return [table, db.read(`select * from "${table}" order by ${columns.join(', ')}`).all()]
    }),
  )
}
