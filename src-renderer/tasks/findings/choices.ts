import type { FindingAnswer } from '#shared/tasks/finding-answer.ts'

/** Which version somebody has chosen for a field. */
export type Side = 'lost' | 'stands'
export type Choices = Readonly<Record<string, Side>>

/** The fields nobody has decided about yet. */
export function undecided(paths: readonly string[], choices: Choices): readonly string[] {
  return paths.filter((path) => choices[path] === undefined)
}

/** F3: what the choices come to: all of one side, or some of each. */
export function answerOf(
  paths: readonly string[],
  choices: Choices,
): { readonly answer: FindingAnswer; readonly keep: readonly string[] } {
  const kept = paths.filter((path) => choices[path] === 'lost')
  if (kept.length === 0) return { answer: 'theirs', keep: [] }
  return kept.length === paths.length ? { answer: 'again', keep: [] } : { answer: 'edit', keep: kept }
}

export function allOf(paths: readonly string[], side: Side): Choices {
  return Object.fromEntries(paths.map((path) => [path, side]))
}
