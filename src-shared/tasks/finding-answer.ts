import type { Json } from '#shared/kernel/canonical-json.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

/** F3: `again` puts the version back that did not stand, `theirs` leaves what stands, `edit` chooses field by field. */
export const findingAnswers = ['again', 'theirs', 'edit', 'done'] as const
export type FindingAnswer = (typeof findingAnswers)[number]

/** Changes that the cloud kept without a look at what they do: their values can be taken into the document (F9). */
const setApart: ReadonlySet<string> = new Set(['station.revoked', 'change.setAside', 'change.unknownKind'])
const ofVersions: ReadonlySet<string> = new Set(['refused', 'overwritten', 'takenAway'])

/**
 * F3, F5, F9: two versions are chosen between; of facts, and of what no document is there to take, a person says that they
 * have seen to it. `hasFields`: something of it differs from what stands.
 */
export function answersTo(kind: string, isThere: boolean, hasFields: boolean): readonly FindingAnswer[] {
  const isChosen = ofVersions.has(kind) || (setApart.has(kind) && hasFields)
  return isChosen && isThere ? ['again', 'theirs', 'edit'] : ['done']
}

export interface AnsweredField {
  readonly path: string
  readonly lost: { readonly value: Json }
}

/**
 * An earlier answer that did not stand is told, and cannot be put back: an answer is given once. Of what was taken away only
 * that is chosen, and what was worked on comes back with it.
 */
export function isChoice(kind: string, path: string): boolean {
  if (path.startsWith('answers.')) return false
  return kind !== 'takenAway' || path === 'archived' || path.endsWith('.removed')
}

/** F3: the values an answer puts back, by path; what is neither named nor typed stays as it stands. */
export function valuesOfAnswer(
  { kind, fields }: { readonly kind: string; readonly fields: readonly AnsweredField[] },
  answer: FindingAnswer,
  keep: readonly string[],
  typed: readonly string[] = [],
): Result<Readonly<Record<string, Json>>> {
  const choices = fields.filter(({ path }) => isChoice(kind, path))
  const unknown = [...keep, ...typed].find((path) => !choices.some((each) => each.path === path))
  if (unknown !== undefined) return refused('finding.unknownField', { field: unknown })
  const twice = typed.find((path, at) => keep.includes(path) || typed.indexOf(path) !== at)
  if (twice !== undefined) return refused('finding.fieldTwice', { field: twice })
  if (answer !== 'edit' && typed.length > 0) return refused('finding.noSuchAnswer')
  if (answer === 'edit' && keep.length === 0 && typed.length === 0) return refused('finding.nothingChosen')
  const kept = answer === 'again' ? choices : answer === 'edit' ? choices.filter(({ path }) => keep.includes(path)) : []
  return accepted(Object.fromEntries(kept.map(({ path, lost }) => [path, lost.value])))
}
