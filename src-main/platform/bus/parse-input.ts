import type { z } from 'zod'
import type { FieldProblem, RefusalParameter, Result } from '#shared/kernel/result.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

/**
 * Parses what came over the wire. A schema's own messages are problem codes (`text.tooLong`); what zod says by itself is
 * worded by its kind (`input.too_big`), with the figures a sentence needs.
 */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Result<Output> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return accepted(parsed.data)
  return refused('input.invalid', undefined, parsed.error.issues.slice(0, 50).map(problemOf))
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const field = issue.path.map(String).join('.')
  const params: Record<string, RefusalParameter> = {}
  for (const name of ['minimum', 'maximum', 'expected', 'format'] as const) {
    const value: unknown = name in issue ? Reflect.get(issue, name) : undefined
    if (typeof value === 'number' || typeof value === 'string') params[name] = value
    if (typeof value === 'bigint') params[name] = Number(value)
  }
  if (issue.code === 'custom' && issue.params !== undefined)
    for (const [name, value] of Object.entries(issue.params))
      if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') params[name] = value
  const isCode = /^[a-z][A-Za-z]*(\.[A-Za-z_]+)+$/.test(issue.message)
  return { field, code: isCode ? issue.message : `input.${issue.code}`, params }
}
