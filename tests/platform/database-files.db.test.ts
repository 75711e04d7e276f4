import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareDataFolder } from '#main/platform/database/data-folder.ts'
import { type Migration, migrate, refuseForeignDatabase } from '#main/platform/database/migrator.ts'
import { applicationId, DatabaseRefused, openReadOnly, openWritable } from '#main/platform/database/open-database.ts'
import { takeOwnerLock } from '#main/platform/database/owner-lock.ts'
import { createTestApp } from '#tests/support/create-test-app.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (): string => join(folder, 'counterproof.db')
const digest = (): string => createHash('sha256').update(readFileSync(path())).digest('hex')
const now = (): string => '2026-11-19T13:07:00.000Z'
const first: Migration = {
  number: 10,
  intent: 'first',
  sql: 'create table crates (id integer primary key, label text not null) strict',
}
const second: Migration = { number: 20, intent: 'second', sql: 'alter table crates add column weight integer' }

function refusalOf(work: () => unknown): { code: string; params: unknown } {
  try {
    work()
  } catch (problem) {
    if (problem instanceof DatabaseRefused) return { code: problem.code, params: problem.params }
    throw problem
  }
  throw new Error('was not refused')
}

test('[D8] pragmas hold on the first open and on every later one, on every connection', () => {
  for (let opening = 0; opening < 3; opening += 1) {
    const db = openWritable(path())
    const read = (name: string): unknown => db.driver.pragma(name, { simple: true })
    expect([
      read('journal_mode'),
      read('synchronous'),
      read('foreign_keys'),
      read('trusted_schema'),
      read('cell_size_check'),
    ]).toEqual(['wal', 2, 1, 0, 1])
    expect(Number(read('busy_timeout'))).toBeGreaterThanOrEqual(5000)
    db.driver.exec('create table if not exists t (a integer)')
    const reader = openReadOnly(path())
    expect(reader.read<{ synchronous: number }>('pragma synchronous').get()?.synchronous).toBe(2)
    expect(() => reader.read('insert into t values (1) returning a').get()).toThrow(/readonly|attempt to write/i)
    reader.close()
    db.driver.close()
  }
  // better-sqlite3 alone would drop to NORMAL on the second open: this is what the reading back is for.
  const bare = new Database(path())
  expect(bare.pragma('synchronous', { simple: true })).toBe(1)
  bare.close()
})

test('[D8] the engine is new enough to be without the WAL-reset bug', () => {
  const db = openWritable(path())
  const [major = 0, minor = 0, patch = 0] = (db.read<{ v: string }>('select sqlite_version() v').get()?.v ?? '')
    .split('.')
    .map(Number)
  expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003)
  db.driver.close()
})

test('[D12] a migration that fails leaves the old version, its rows, and a verified backup', () => {
  const db = openWritable(path())
  migrate(db, [first], join(folder, 'backups'), now)
  db.write(`insert into crates values (1, 'paper')`).run()
  const broken: Migration = {
    number: 30,
    intent: 'broken',
    sql: `create table pallets (id integer); insert into crates values (1, 'again', 2)`,
  }
  expect(() => migrate(db, [first, second, broken], join(folder, 'backups'), now)).toThrow(/UNIQUE|constraint/)
  expect(db.driver.pragma('user_version', { simple: true })).toBe(10)
  expect(db.read('select * from crates').all()).toEqual([{ id: 1, label: 'paper' }])
  expect(db.read(`select name from sqlite_master where name = 'pallets'`).all()).toEqual([])
  db.driver.close()
  const [backup = ''] = readdirSync(join(folder, 'backups'))
  const copy = new Database(join(folder, 'backups', backup), { readonly: true })
  expect(copy.prepare('select label from crates').all()).toEqual([{ label: 'paper' }])
  copy.close()
})

test('[D12] migrations run once, in order, each known by number and intent', () => {
  const db = openWritable(path())
  expect(migrate(db, [first], join(folder, 'backups'), now)).toEqual([10])
  expect(migrate(db, [first, second], join(folder, 'backups'), now)).toEqual([20])
  expect(migrate(db, [first, second], join(folder, 'backups'), now)).toEqual([])
  const renamed = { ...first, intent: 'other' }
  expect(refusalOf(() => migrate(db, [renamed, second], join(folder, 'backups'), now)).code).toBe(
    'database.otherHistory',
  )
  db.driver.close()
})

test('[D13] a file of a newer version is refused with both versions and not a byte of it changes', () => {
  const db = openWritable(path())
  migrate(db, [first, second], join(folder, 'backups'), now)
  db.driver.close()
  const before = digest()
  expect(refusalOf(() => refuseForeignDatabase(path(), 10))).toEqual({
    code: 'database.newerVersion',
    params: { path: path(), found: 20, known: 10 },
  })
  expect(digest()).toBe(before)
})

test('[D13] a newer version that is still in the write-ahead log is seen as well', () => {
  const db = openWritable(path())
  migrate(db, [first, second], join(folder, 'backups'), now)
  expect(refusalOf(() => migrate(db, [first], join(folder, 'backups'), now)).code).toBe('database.newerVersion')
  db.driver.close()
})

test('a database of another product, and a file that is none, are refused untouched', () => {
  const other = new Database(path())
  other.pragma('application_id = 12345')
  other.exec('create table songs (id integer)')
  other.close()
  const before = digest()
  expect(refusalOf(() => refuseForeignDatabase(path(), 10)).code).toBe('database.otherProduct')
  expect(digest()).toBe(before)
  writeFileSync(path(), 'Dear diary'.repeat(20))
  expect(refusalOf(() => refuseForeignDatabase(path(), 10)).code).toBe('database.notADatabase')
  expect(applicationId).toBe(0x434e5046)
})

test('[D14] [D15] one owner per folder; the second is told who, and a released lock can be taken again', () => {
  const lock = takeOwnerLock(folder, { pid: 41, host: 'balie', since: now() })
  expect(refusalOf(() => takeOwnerLock(folder, { pid: 42, host: 'kantoor', since: now() }))).toEqual({
    code: 'database.inUse',
    params: { pid: 41, host: 'balie', since: now() },
  })
  lock.release()
  takeOwnerLock(folder, { pid: 42, host: 'kantoor', since: now() }).release()
})

test('[bad input 96] a live database is refused on synced folders, network shares and file systems that lie', () => {
  const fileSystem = (kind: number) => () => kind
  for (const place of ['OneDrive - De Kade', 'Dropbox', 'Google Drive', 'Nextcloud']) {
    const unsafe = join(folder, place, 'shop')
    expect(refusalOf(() => prepareDataFolder(unsafe, fileSystem(0xef53))).code).toBe('database.unsafeFolder')
    expect(readdirSync(folder)).not.toContain(place)
  }
  expect(refusalOf(() => prepareDataFolder('\\\\server\\shop', fileSystem(0))).code).toBe('database.unsafeFolder')
  for (const kind of [0x6969, 0x517b, 0xff534d42, 0x2011bab0])
    expect(refusalOf(() => prepareDataFolder(join(folder, 'a'), fileSystem(kind))).code).toBe('database.unsafeFolder')
  expect(prepareDataFolder(join(folder, 'shop'), fileSystem(0xef53))).toBe(join(folder, 'shop'))
})

test('[bad input 98] a profile name with blanks, accents and # works', async () => {
  const odd = join(folder, 'Zoë & Søn #1 – Ñandú', 'données')
  mkdirSync(odd, { recursive: true })
  const app = createTestApp({ folder: odd })
  expect(await app.query('session.current', {})).toMatchObject({ isSetUp: false })
  await app.close()
})
