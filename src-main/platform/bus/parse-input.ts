import type { z } from 'zod'
import { fieldProblemOf } from '#shared/kernel/field-problem.ts'
import type { Result } from '#shared/kernel/result.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

/** Parses what came over the wire; what does not fit is refused with a problem per field. */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Result<Output> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return accepted(parsed.data)
  return refused('input.invalid', undefined, parsed.error.issues.slice(0, 50).map(fieldProblemOf))
}
