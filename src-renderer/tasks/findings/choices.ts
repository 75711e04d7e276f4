import type { TypedValue } from '#shared/kernel/change/typed-field.ts'
import type { FindingAnswer } from '#shared/tasks/finding-answer.ts'

/** Which version somebody has chosen for a field, or that they type one of their own. */
export type Side = 'lost' | 'stands'
export type Choice = Side | 'typed'
export type Choices = Readonly<Record<string, Choice>>

/** The fields nobody has decided about yet. */
export function undecided(paths: readonly string[], choices: Choices): readonly string[] {
  return paths.filter((path) => choices[path] === undefined)
}

export interface Answer {
  readonly answer: FindingAnswer
  readonly keep: string[]
  readonly typed: { path: string; value: TypedValue['value'] }[]
}

/** F3, F8: what the choices come to: all of one side, or some of each and some typed. */
export function answerOf(
  paths: readonly string[],
  choices: Choices,
  values: Readonly<Record<string, TypedValue['value']>>,
): Answer {
  const keep = paths.filter((path) => choices[path] === 'lost')
  const typed = paths.filter((path) => choices[path] === 'typed').map((path) => ({ path, value: values[path] ?? null }))
  if (typed.length > 0) return { answer: 'edit', keep, typed }
  if (keep.length === 0) return { answer: 'theirs', keep: [], typed }
  return keep.length === paths.length ? { answer: 'again', keep: [], typed } : { answer: 'edit', keep, typed }
}

export function allOf(paths: readonly string[], side: Side): Choices {
  return Object.fromEntries(paths.map((path) => [path, side]))
}
