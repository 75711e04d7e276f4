import type { Database as Driver } from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/**
 * Read and write handles are different types (architecture, habit 6): a query is given a `ReadableDb` and cannot write.
 * Only the store, the owners of local tables and the migrator hold a `WritableDb`.
 */
export interface ReadableDb {
  /** Drizzle over the same connection; prepare queries once, when the feature is composed. */
  readonly orm: BetterSQLite3Database
  /** A raw prepared statement, for what drizzle cannot say (full-text search, window sums). */
  read<Row>(sql: string): ReadStatement<Row>
}

export interface ReadStatement<Row> {
  get(...parameters: readonly unknown[]): Row | undefined
  all(...parameters: readonly unknown[]): Row[]
}

/** A prepared statement that writes; `get` and `all` are for `returning`. */
export interface WriteStatement {
  run(...parameters: readonly unknown[]): { readonly changes: number }
  get(...parameters: readonly unknown[]): unknown
  all(...parameters: readonly unknown[]): unknown[]
}

declare const writable: unique symbol
export interface WritableDb extends ReadableDb {
  readonly [writable]: true
  readonly driver: Driver
  write(sql: string): WriteStatement
  /** Runs the work as one `BEGIN IMMEDIATE` transaction (reliability 0.7); throws what the work throws after rolling back. */
  transact<T>(work: () => T): T
}
