import type { z } from 'zod'
import type { FieldProblem, RefusalParameter } from './result.ts'

/**
 * A schema's finding as the problem of a field. A schema's own messages are problem codes (`text.tooLong`); what zod says
 * by itself is worded by its kind (`input.too_big`), with the figures a sentence needs. The core and the screens say the
 * same, because both ask here.
 */
export function fieldProblemOf(issue: z.core.$ZodIssue): FieldProblem {
  // A field that nobody declared is named itself, not the form around it.
  const undeclared = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...issue.path.map(String), ...undeclared].join('.')
  const params: Record<string, RefusalParameter> = {}
  for (const name of ['minimum', 'maximum', 'expected', 'format'] as const) {
    const value: unknown = name in issue ? Reflect.get(issue, name) : undefined
    if (typeof value === 'number' || typeof value === 'string') params[name] = value
    if (typeof value === 'bigint') params[name] = Number(value)
  }
  if (issue.code === 'invalid_value') params.allowed = issue.values.map(String).join(', ')
  if (issue.code === 'custom' && issue.params !== undefined)
    for (const [name, value] of Object.entries(issue.params))
      if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') params[name] = value
  const isCode = /^[a-z][A-Za-z]*(\.[A-Za-z_]+)+$/.test(issue.message)
  return { field, code: isCode ? issue.message : `input.${issue.code}`, params }
}
