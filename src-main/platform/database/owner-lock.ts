import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DatabaseRefused } from './open-database.ts'

export interface Owner {
  readonly pid: number
  readonly host: string
  readonly since: string
}

export interface OwnerLock {
  release(): void
}

/**
 * One opener per data folder, taken before the database is touched (reliability D14, D15). The lock is an exclusive
 * transaction on a small SQLite file of its own: the operating system lets go of it when the process dies, so a crash
 * leaves nothing to clear away and a living owner cannot be robbed. Who owns it stands beside it, for the message only.
 */
export function takeOwnerLock(folder: string, owner: Owner): OwnerLock {
  const lock = new Database(join(folder, 'owner.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (problem) {
    lock.close()
    if (isBusy(problem)) throw new DatabaseRefused('database.inUse', ownerOf(folder))
    throw problem
  }
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(owner))
  return {
    release: () => {
      if (!lock.open) return
      lock.exec('ROLLBACK')
      lock.close()
    },
  }
}

function isBusy(problem: unknown): boolean {
  return problem instanceof Database.SqliteError && problem.code.startsWith('SQLITE_BUSY')
}

function ownerOf(folder: string): { pid: number; host: string; since: string } {
  try {
    const owner: unknown = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'))
    if (typeof owner === 'object' && owner !== null && 'pid' in owner && 'host' in owner && 'since' in owner)
      return { pid: Number(owner.pid), host: String(owner.host), since: String(owner.since) }
  } catch {
    // The owner has the lock but has not written its record yet: the message does without.
  }
  return { pid: 0, host: hostname(), since: '' }
}
