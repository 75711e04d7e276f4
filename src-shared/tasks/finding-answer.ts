import type { Json } from '#shared/kernel/canonical-json.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

/** F3: `again` puts the version back that did not stand, `theirs` leaves what stands, `edit` chooses field by field. */
export const findingAnswers = ['again', 'theirs', 'edit', 'done'] as const
export type FindingAnswer = (typeof findingAnswers)[number]

/** F3, F5: two versions are chosen between; of facts a person says that they have seen to it. */
export function answersTo(kind: string): readonly FindingAnswer[] {
  return kind === 'refused' || kind === 'overwritten' ? ['again', 'theirs', 'edit'] : ['done']
}

export interface AnsweredField {
  readonly path: string
  readonly lost: { readonly value: Json }
}

/** An earlier answer that did not stand is told, and cannot be put back: an answer is given once. */
export function isChoice({ path }: Pick<AnsweredField, 'path'>): boolean {
  return !path.startsWith('answers.')
}

/** F3: the values an answer puts back, by path; what is neither named nor typed stays as it stands. */
export function valuesOfAnswer(
  fields: readonly AnsweredField[],
  answer: FindingAnswer,
  keep: readonly string[],
  typed: readonly string[] = [],
): Result<Readonly<Record<string, Json>>> {
  const choices = fields.filter(isChoice)
  const unknown = [...keep, ...typed].find((path) => !choices.some((each) => each.path === path))
  if (unknown !== undefined) return refused('finding.unknownField', { field: unknown })
  const twice = typed.find((path, at) => keep.includes(path) || typed.indexOf(path) !== at)
  if (twice !== undefined) return refused('finding.fieldTwice', { field: twice })
  if (answer !== 'edit' && typed.length > 0) return refused('finding.noSuchAnswer')
  if (answer === 'edit' && keep.length === 0 && typed.length === 0) return refused('finding.nothingChosen')
  const kept = answer === 'again' ? choices : answer === 'edit' ? choices.filter(({ path }) => keep.includes(path)) : []
  return accepted(Object.fromEntries(kept.map(({ path, lost }) => [path, lost.value])))
}
