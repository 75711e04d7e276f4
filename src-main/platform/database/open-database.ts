import Database, { type Database as Driver } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { ReadableDb, WritableDb, WriteStatement } from './handles.ts'

/** `CNPF` in the file's header: a database of another product is refused untouched. */
export const applicationId = 0x434e5046

/**
 * What every connection must be set to and is read back for on each open (reliability D8). `synchronous` is here because
 * better-sqlite3 silently opens an existing WAL file with NORMAL (reliability 0.1).
 */
const requiredPragmas: readonly (readonly [name: string, value: number | string, minimum?: true])[] = [
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 5000, true],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
]

export class DatabaseRefused extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: string, params: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
  }
}

export function openWritable(path: string): WritableDb {
  const driver = new Database(path)
  setPragmas(driver, 'wal')
  const db = wrap(driver)
  return Object.assign(db, {
    driver,
    write: (sql: string): WriteStatement => {
      const statement = atFirstUse(() => driver.prepare<unknown[]>(sql))
      return {
        run: (...parameters) => statement().run(...parameters),
        get: (...parameters) => statement().get(...parameters),
        all: (...parameters) => statement().all(...parameters),
      }
    },
    transact: <T>(work: () => T): T => driver.transaction(work).immediate(),
  }) as unknown as WritableDb
}

export function openReadOnly(path: string): ReadableDb & { close(): void } {
  const driver = new Database(path, { readonly: true, fileMustExist: true })
  driver.pragma('query_only = 1')
  setPragmas(driver, null)
  return Object.assign(wrap(driver), { close: () => driver.close() })
}

function wrap(driver: Driver): ReadableDb {
  return {
    orm: drizzle(driver),
    read: <Row>(sql: string) => {
      const statement = atFirstUse(() => driver.prepare<unknown[], Row>(sql))
      return {
        get: (...parameters) => statement().get(...parameters),
        all: (...parameters) => statement().all(...parameters),
      }
    },
  }
}

/** A start composes hundreds of statements of which it needs a few: each is prepared when it is first used, and once. */
function atFirstUse<Statement>(prepare: () => Statement): () => Statement {
  let made: Statement | undefined
  return () => {
    made ??= prepare()
    return made
  }
}

function setPragmas(driver: Driver, journalMode: 'wal' | null): void {
  const version = driver.prepare<[], { v: string }>('select sqlite_version() v').get()?.v ?? ''
  if (!isAtLeast(version, '3.51.3')) throw new DatabaseRefused('database.engineTooOld', { version, needed: '3.51.3' })
  if (journalMode !== null) {
    driver.pragma(`journal_mode = ${journalMode}`)
    // A checkpoint is due at the default 1,000 pages; the file is kept from growing past 64 MB after a long read (D20).
    driver.pragma('journal_size_limit = 67108864')
    driver.pragma('cache_size = -65536')
    driver.pragma('temp_store = MEMORY')
  }
  for (const [name, value] of requiredPragmas) driver.pragma(`${name} = ${value}`)
  for (const [name, value, isMinimum] of requiredPragmas) {
    const found = driver.pragma(name, { simple: true })
    // mmap_size reads back as undefined where the engine was built without it, which is as good as 0.
    if (name === 'mmap_size' && found === undefined) continue
    const holds = isMinimum ? Number(found) >= Number(value) : Number(found) === Number(value)
    if (!holds) throw new DatabaseRefused('database.pragma', { name, wanted: value, found: String(found) })
  }
  const mode = String(driver.pragma('journal_mode', { simple: true })).toLowerCase()
  if (journalMode !== null && mode !== journalMode)
    throw new DatabaseRefused('database.pragma', { name: 'journal_mode', wanted: journalMode, found: mode })
}

function isAtLeast(version: string, needed: string): boolean {
  const have = version.split('.').map(Number)
  const want = needed.split('.').map(Number)
  for (const [index, part] of want.entries()) {
    const own = have[index] ?? 0
    if (own !== part) return own > part
  }
  return true
}
