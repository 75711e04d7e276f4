import type { z } from 'zod'
import type { FieldProblem, RefusalParameter } from './result.ts'

/**
 * A schema's finding as the problem of a field. A schema's own messages are problem codes (`text.tooLong`); what zod says
 * by itself is worded by its kind (`input.too_big`), with the figures a sentence needs. The core and the screens say the
 * same, because both ask here.
 */
export function fieldProblemOf(issue: z.core.$ZodIssue): FieldProblem {
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
