import type { Refusal } from '#shared/kernel/result.ts'

/** Why nothing came of a question or an action, for a screen to say and a person to solve. */
export type Problem =
  /** An expected "no", worded from its code. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A bug: the reference leads support to its line in the log. */
  | { readonly kind: 'fault'; readonly reference: string }
  /** No answer: whether it was done is not known. Sending the same again with the same id is safe (W8). */
  | { readonly kind: 'unreachable' }

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Carries a problem through the query library, which knows only thrown errors. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.kind === 'refused' ? problem.refusal.code : problem.kind)
    this.problem = problem
  }
}

/** What a thrown value means for the screen; anything unforeseen is a fault without a line in the core's log. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : { kind: 'fault', reference: 'screen' }
}
