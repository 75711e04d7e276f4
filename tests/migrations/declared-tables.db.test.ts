import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { productModules } from '#main/app/modules.ts'
import { migrations } from '#main/platform/database/migrations/index.ts'
import { createTestApp } from '#tests/support/create-test-app.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly key: boolean
}

/** Every drizzle table that a feature declares, by name. */
async function declaredTables(): Promise<ReadonlyMap<string, SQLiteTable>> {
  const found = new Map<string, SQLiteTable>()
  const main = join(import.meta.dirname, '../../src-main')
  for (const entry of readdirSync(main, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('tables.ts')) continue
    const module: Readonly<Record<string, unknown>> = await import(join(main, entry))
    for (const value of Object.values(module).flatMap(tablesIn)) found.set(getTableConfig(value).name, value)
  }
  return found
}

/** A table itself, or the pair of a search. */
function tablesIn(value: unknown): readonly SQLiteTable[] {
  if (value instanceof SQLiteTable) return [value]
  if (typeof value !== 'object' || value === null || !('tables' in value) || !Array.isArray(value.tables)) return []
  return value.tables.filter((each): each is SQLiteTable => each instanceof SQLiteTable)
}

test('all migrations together make the tables that the features declare, column by column and index by index', async () => {
  const app = createTestApp()
  const { db } = app.app.station
  const declared = await declaredTables()
  expect(declared.size).toBeGreaterThan(10)
  for (const [name, table] of declared) {
    const config = getTableConfig(table)
    const composite = config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
    const wanted = config.columns.map((column): Column => {
      const key = column.primary || composite.includes(column.name)
      return { name: column.name, type: column.getSQLType().toUpperCase(), required: key ? true : column.notNull, key }
    })
    const made = db
      .read<{ name: string; type: string; notnull: number; pk: number }>(
        `select name, type, "notnull", pk from pragma_table_info('${name}')`,
      )
      .all()
    const found = made.map(
      (column): Column => ({
        name: column.name,
        type: column.type.toUpperCase(),
        required: column.notnull === 1 || column.pk > 0,
        key: column.pk > 0,
      }),
    )
    const byName = (a: Column, b: Column): number => (a.name < b.name ? -1 : 1)
    expect([name, found.toSorted(byName)]).toEqual([name, wanted.toSorted(byName)])
    const indexes = db
      .read<{ name: string }>(`select name from pragma_index_list('${name}') where origin = 'c'`)
      .all()
      .map((index) => index.name)
    const wantedIndexes = config.indexes.map((index) => index.config.name)
    expect([name, indexes.sort()]).toEqual([name, wantedIndexes.sort()])
  }
  await app.close()
})

test('[W4] no projected table counts arrivals: no autoincrement, no rowid of its own', async () => {
  const app = createTestApp()
  const tables = productModules.flatMap((module) =>
    (module.projections ?? []).flatMap((each) => each.tables.map((table) => getTableConfig(table).name)),
  )
  const sql = app.app.station.db.read<{ sql: string }>('select sql from sqlite_master where name = ?')
  for (const table of tables)
    expect([table, sql.get(table)?.sql]).not.toEqual([table, expect.stringMatching(/autoincrement/i)])
  await app.close()
})

test('migrations are ten apart or at least rise, and every one has an intent of its own', () => {
  const numbers = migrations.map((each) => each.number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(new Set(migrations.map((each) => each.intent)).size).toBe(migrations.length)
})
