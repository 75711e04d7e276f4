import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** Why the core would not start, where that is an expected "no" (folder in use, newer version); undefined for a bug. */
export function refusalOfStart(problem: unknown): Refusal | undefined {
  return problem instanceof DatabaseRefused ? { code: problem.code, params: problem.params } : undefined
}
