import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** What a disk answers when a folder cannot be used, whoever asks. */
const diskProblems: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EEXIST',
  'ENAMETOOLONG',
])

/** What the sync refuses at the start, as a refused start: numbers and texts are all that its words need. */
export function startRefusedBy({ code, params = {} }: Refusal): DatabaseRefused {
  const said = Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return new DatabaseRefused(code, Object.fromEntries(said) as Record<string, string | number>)
}

/** Why the core would not start, where that is an expected "no" (folder in use, newer version); undefined for a bug. */
export function refusalOfStart(problem: unknown): Refusal | undefined {
  if (problem instanceof DatabaseRefused) return { code: problem.code, params: problem.params }
  // Such a problem comes from the core's thread and is an Error of this one in name only.
  const code: unknown = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
  return typeof code === 'string' && diskProblems.has(code)
    ? { code: 'database.folderUnusable', params: { reason: code } }
    : undefined
}
