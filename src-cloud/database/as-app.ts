import { uuidPattern } from '#shared/kernel/ids.ts'
import { StoreBusy } from '../sync/store-busy.ts'
import { appRole } from './migrate.ts'
import { codeOfFailure, type Query, type Sql } from './sql.ts'

/** Serialisation failure and deadlock: the database asks for the same again. */
const again: ReadonlySet<string> = new Set(['40001', '40P01'])
const mostTries = 4

/**
 * A transaction as the role that may not alter the log, open to one organisation (or, null, to none). Everything is set for
 * the transaction alone, so that a pooled connection keeps nothing of it.
 */
export async function asApp<T>(sql: Sql, org: string | null, work: (query: Query) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sql.transaction(work, settingsFor(org))
    } catch (problem) {
      const code = codeOfFailure(problem)
      if (again.has(code) && attempt < mostTries) {
        await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (1 + Math.random())))
        continue
      }
      throw isPassing(code, problem) ? new StoreBusy(problem) : problem
    }
  }
}

/** For the rest of this transaction: the role, the one organisation it sees, and how long it may hold others up. */
export async function becomeApp(query: Query, org: string | null): Promise<void> {
  await query(settingsFor(org))
}

/** As text, so that it goes along with the beginning of the transaction. */
function settingsFor(org: string | null): string {
  if (org !== null && !uuidPattern.test(org)) throw new Error('an organisation is known by its id')
  return `select set_config('role', '${appRole}', true), set_config('app.org', '${org ?? ''}', true),
    set_config('lock_timeout', '2s', true), set_config('idle_in_transaction_session_timeout', '10s', true)`
}

/**
 * A lock that was not to be had (55P03), a transaction that the server gave up waiting for (25P03), a connection that broke or
 * found no room (08, 53, 57), or none at all.
 */
function isPassing(code: string, problem: unknown): boolean {
  if (again.has(code) || code === '55P03' || code === '25P03' || /^(08|53|57)...$/.test(code)) return true
  if (/^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code)) return true
  return (
    problem instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(problem.message)
  )
}
