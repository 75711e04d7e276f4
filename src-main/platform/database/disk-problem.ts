import type { Refusal } from '#shared/kernel/result.ts'

const full: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])
const readOnly: ReadonlySet<string> = new Set(['SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED', 'EROFS'])

/**
 * A disk that takes nothing more is no bug but a "no" that a person can do something about (reliability c 97): the
 * transaction is rolled back, nothing of the command was kept, and its id may be used again.
 */
export function refusalOfDisk(problem: unknown): Refusal | undefined {
  const code = codeOf(problem)
  if (code === undefined) return undefined
  if (full.has(code)) return { code: 'database.full' }
  return readOnly.has(code) ? { code: 'database.readOnly' } : undefined
}

/** What SQLite says of the values and not of the file. */
const ofValues = /^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG|ERROR)/

/** The file could not be written or read, whatever was to stand in it: full, read-only, torn, out of memory. */
export function isFaultOfStorage(problem: unknown): boolean {
  const code = codeOf(problem)
  return refusalOfDisk(problem) !== undefined || (code?.startsWith('SQLITE_') === true && !ofValues.test(code))
}

// drizzle wraps what the driver threw.
function codeOf(problem: unknown): string | undefined {
  if (!(problem instanceof Error)) return undefined
  return 'code' in problem && typeof problem.code === 'string' ? problem.code : codeOf(problem.cause)
}
