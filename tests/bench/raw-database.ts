import Database, { type Database as Driver } from 'better-sqlite3'

/** A connection without anything of the product's around it, set as the product sets its own. */
export function openRaw(path: string): Driver {
  const raw = new Database(path)
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'busy_timeout = 5000',
    'trusted_schema = off',
    'cell_size_check = on',
    'mmap_size = 0',
    'journal_size_limit = 67108864',
    'cache_size = -65536',
    'temp_store = memory',
  ])
    raw.pragma(pragma)
  return raw
}
