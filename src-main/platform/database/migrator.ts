import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { WritableDb } from './handles.ts'
import { applicationId, DatabaseRefused } from './open-database.ts'

/** One step of the database's linear history: forward only, never edited after release. */
export interface Migration {
  /** Ten apart: `10`, `20`; doubles as SQLite's user_version. */
  readonly number: number
  /** `foundation`, as in the file name `0010-foundation.ts`. */
  readonly intent: string
  readonly sql: string
  /** Moves data in code where SQL cannot. */
  readonly run?: (db: WritableDb) => void
}

/**
 * Refuses a file of another product or of a newer version before anything opens it for writing, so that it stays
 * byte-identical (reliability D13). The header tells both; a newer header that is still only in the WAL is caught by
 * `migrate`, which looks again through SQLite.
 */
export function refuseForeignDatabase(path: string, newest: number): void {
  if (!existsSync(path)) return
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  const length = readSync(file, header, 0, 100, 0)
  closeSync(file)
  if (length === 0) return
  if (length < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3')
    throw new DatabaseRefused('database.notADatabase', { path })
  refuseVersion(path, header.readUInt32BE(68), header.readUInt32BE(60), newest)
}

function refuseVersion(path: string, application: number, version: number, newest: number): void {
  if (application !== applicationId && (application !== 0 || version !== 0))
    throw new DatabaseRefused('database.otherProduct', { path })
  if (version > newest) throw new DatabaseRefused('database.newerVersion', { path, found: version, known: newest })
}

/** Brings the database to the newest version in one transaction, after a verified backup of what was there. */
export function migrate(
  db: WritableDb,
  migrations: readonly Migration[],
  backupFolder: string,
  now: () => string,
): readonly number[] {
  const newest = migrations.at(-1)?.number ?? 0
  const version = Number(db.driver.pragma('user_version', { simple: true }))
  const application = Number(db.driver.pragma('application_id', { simple: true }))
  refuseVersion(db.driver.name, application, version, newest)
  if (application === 0 && hasTables(db)) throw new DatabaseRefused('database.otherProduct', { path: db.driver.name })
  if (version > 0) refuseOtherHistory(db, migrations, version)
  const pending = migrations.filter((each) => each.number > version)
  if (pending.length === 0) return []
  if (version > 0) backUp(db, backupFolder, version, now())
  db.transact(() => {
    db.driver.pragma(`application_id = ${applicationId}`)
    db.driver.exec(
      'create table if not exists schema_migrations (number integer primary key, intent text not null, applied_at text not null) strict',
    )
    for (const each of pending) {
      db.driver.exec(each.sql)
      each.run?.(db)
      db.write('insert into schema_migrations (number, intent, applied_at) values (?, ?, ?)').run(
        each.number,
        each.intent,
        now(),
      )
      db.driver.pragma(`user_version = ${each.number}`)
    }
    const broken = db.driver.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(`migration leaves ${broken.length} dangling references`)
  })
  return pending.map((each) => each.number)
}

function hasTables(db: WritableDb): boolean {
  return db.read<{ n: number }>('select count(*) n from sqlite_master').get()?.n !== 0
}

/** What was applied must be a prefix of what we know: another history is another program's. */
function refuseOtherHistory(db: WritableDb, migrations: readonly Migration[], version: number): void {
  const applied = db
    .read<{ number: number; intent: string }>('select number, intent from schema_migrations order by number')
    .all()
  const known = migrations.filter((each) => each.number <= version)
  const agrees =
    applied.length === known.length &&
    applied.every((each, index) => each.number === known[index]?.number && each.intent === known[index]?.intent)
  if (!agrees) throw new DatabaseRefused('database.otherHistory', { path: db.driver.name })
}

/** A copy through SQLite itself (never of the file, which would miss the WAL), proven readable before it counts. */
function backUp(db: WritableDb, folder: string, version: number, at: string): void {
  mkdirSync(folder, { recursive: true })
  const name = `before-upgrade-${version}-${at.replaceAll(/[:.]/g, '-')}`
  const path = join(folder, `${name}.partial`)
  db.write('vacuum into ?').run(path)
  const copy = new Database(path, { readonly: true })
  try {
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new DatabaseRefused('database.backupFailed', { path, verdict: String(verdict) })
    for (const { name: table } of db
      .read<{ name: string }>("select name from sqlite_master where type = 'table' and sql not like '%virtual%'")
      .all()) {
      const count = `select count(*) n from "${table}"`
      if (copy.prepare<[], { n: number }>(count).get()?.n !== db.read<{ n: number }>(count).get()?.n)
        throw new DatabaseRefused('database.backupFailed', { path, verdict: table })
    }
  } finally {
    copy.close()
  }
  renameSync(path, join(folder, `${name}.db`))
}
