import type { Database as Driver, Statement } from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { searchKeyOf } from '#main/platform/database/search-key.ts'

type Value = string | number | bigint | Buffer | null
type Row = Readonly<Record<string, Value>>

/** Where the rows lie that taking an order leaves behind, and how they are found by its id: each by an index. */
const found = {
  changes: 'doc = ?',
  docs: 'id = ?',
  sales_orders: 'id = ?',
  sales_order_lines: 'sales_order_id = ?',
  document_numbers: 'number = (select number from sales_orders where id = ?)',
} as const
/** By what each is found again to be taken back. */
const keys: Readonly<Record<string, readonly string[]>> = {
  docs: ['id'],
  sales_orders: ['id'],
  sales_order_lines: ['sales_order_id', 'id'],
  sales_order_search: ['search_key'],
  sales_order_words: ['word', 'id'],
  document_numbers: ['series', 'station', 'year', 'counter'],
  commands: ['id'],
}

/** Rows of an order that nobody took: another order's with ids of their own, on the log of a station that is none. */
export interface RawOrder {
  readonly rows: readonly (readonly [table: string, row: Row])[]
}

/**
 * Writes what a command wrote, without the command: the same rows into the same tables with their indexes and triggers,
 * in one immediate transaction of prepared statements. What is compared with is the disk, not less work.
 */
export function rawOrders(raw: Driver) {
  const station = uuidv7()
  const inserts = new Map<string, Statement>()
  const count = raw.prepare(
    'insert into counters (name, scope, key, amount) values (?, ?, ?, 1) on conflict do update set amount = amount + 1',
  )
  const bySearchKey = raw.prepare('select * from sales_order_search where search_key = ?').safeIntegers()
  const word = raw.prepare('select * from sales_order_words where word = ? and id = ?')
  let sseq = 0
  const written: RawOrder[] = []

  const insertOf = (table: string, row: Row): Statement => {
    const known = inserts.get(table)
    if (known !== undefined) return known
    const names = Object.keys(row)
    const made = raw.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    inserts.set(table, made)
    return made
  }

  const copyOf = (orderId: string): RawOrder => {
    const rows = Object.entries(found).flatMap(([name, where]) =>
      (raw.prepare(`select * from ${name} where ${where}`).all(orderId) as Row[]).map((row) => [name, row] as const),
    )
    const search = bySearchKey.get(searchKeyOf(orderId)) as Row
    const words = new Set(String(search.text).split(/[^\p{L}\p{N}]+/u))
    const wordRows = [...words].flatMap((each) => word.all(each, orderId) as Row[])
    const commandOf = rows.find(([name]) => name === 'changes')?.[1].command_id
    const command = raw.prepare('select * from commands where id = ?').get(commandOf) as Row
    const ids = new Map<string, string>()
    const another = (value: Value): Value => {
      if (typeof value !== 'string' || !/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)) return value
      const known = ids.get(value) ?? uuidv7()
      ids.set(value, known)
      return known
    }
    const all = [
      ...rows,
      ['sales_order_search', search] as const,
      ...wordRows.map((row) => ['sales_order_words', row] as const),
      ['commands', command] as const,
    ]
    const renamed = all.map(([name, row]) => {
      const own: Record<string, Value> = Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, keeps.has(column) ? value : another(value)]),
      )
      if (name === 'changes') {
        sseq += 1
        Object.assign(own, { lsn: null, station, sseq })
      }
      if (name === 'document_numbers') own.station = station
      if (name === 'sales_order_search') own.search_key = searchKeyOf(String(own.id))
      return [name, own] as const
    })
    for (const [name, row] of renamed) insertOf(name, row)
    return { rows: renamed }
  }

  const write = raw.transaction((order: RawOrder) => {
    for (const [table, row] of order.rows) inserts.get(table)?.run(...Object.values(row))
    count.run('sales_order.stage', '', 'new')
    count.run('sales_order.group', '', 'open')
  }).immediate

  return {
    copyOf,
    write: (order: RawOrder): void => {
      written.push(order)
      write(order)
    },
    /** Leaves the database as the commands alone would have. */
    takeBack: (): void => {
      const keepsRows = raw.prepare("select sql from sqlite_schema where name = 'changes_keep_rows'").pluck().get()
      raw.transaction(() => {
        raw.exec('drop trigger changes_keep_rows')
        raw.prepare('delete from changes where station = ?').run(station)
        raw.exec(String(keepsRows))
        for (const { rows } of written)
          for (const [name, row] of rows) {
            const by = keys[name]
            if (by === undefined) continue
            const where = by.map((column) => `${column} = ?`).join(' and ')
            raw.prepare(`delete from ${name} where ${where}`).run(...by.map((column) => row[column] ?? null))
          }
        const less = raw.prepare('update counters set amount = amount - ? where name = ? and key = ?')
        less.run(written.length, 'sales_order.stage', 'new')
        less.run(written.length, 'sales_order.group', 'open')
      })()
    },
  }
}

/** Ids of things that stay: who, for whom, of what. */
const keeps = new Set(['actor', 'org', 'party_id', 'product_id', 'data', 'payload', 'result'])
