/** A value that a refusal's sentence may name. Amounts and dates are passed raw; the screen words them in its language. */
export type RefusalParameter = string | number | boolean | null

/** One field of a form that needs the person, as a path (`lines.0.quantity`) with the code of its reason. */
export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly params?: Readonly<Record<string, RefusalParameter>>
}

/**
 * An expected "no": typed, worded by the screen from `refusal.<code>` in its language. Bugs are exceptions instead.
 * Codes are `entity.reason`, as `salesOrder.withoutLines`.
 */
export interface Refusal {
  readonly code: string
  readonly params?: Readonly<Record<string, RefusalParameter>>
  readonly problems?: readonly FieldProblem[]
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accepted<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused(code: string, params?: Refusal['params'], problems?: readonly FieldProblem[]): Result<never> {
  return {
    ok: false,
    refusal: { code, ...(params ? { params } : {}), ...(problems ? { problems } : {}) },
  }
}

/** Refuses a form whose fields need the person: the first code is the headline, each field says its own reason. */
export function refusedFields(code: string, problems: readonly FieldProblem[]): Result<never> {
  return refused(code, undefined, problems)
}
