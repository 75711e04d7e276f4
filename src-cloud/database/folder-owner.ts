import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** SQLITE_BUSY. */
const busy = 5

/**
 * One process at a time has an embedded database: two would write over each other. The lock is the operating system's on a
 * small SQLite file, dropped whatever ends its process. Undefined: another process has the folder.
 */
export function ownFolder(folder: string): (() => void) | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(folder, 'owner.lock'))
  try {
    lock.exec('begin exclusive')
  } catch (problem) {
    lock.close()
    if (problem instanceof Error && 'errcode' in problem && problem.errcode === busy) return undefined
    throw problem
  }
  return () => lock.close()
}
