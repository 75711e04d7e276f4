import type { CommandContext, Services } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { type Json, sameJson } from '#shared/kernel/canonical-json.ts'
import { readTyped, type TypedValue } from '#shared/kernel/change/typed-field.ts'
import { valueAt } from '#shared/kernel/change/values-at.ts'
import { accepted, type FieldProblem, type Refusal, type Result, refused } from '#shared/kernel/result.ts'
import { readableFields } from '#shared/users/history.ts'
import type { AnyFindingSubject } from './finding-subject.ts'
import type { StoredFinding } from './stored-findings.ts'

/** What typed values come to over a document: the values that change, by path (F8). */
export type TypedReader = (
  finding: StoredFinding,
  document: unknown,
  typed: readonly TypedValue[],
  warningsSeen: boolean,
  context: CommandContext,
) => Result<Readonly<Record<string, Json>>>

export function typedReader(subject: AnyFindingSubject, services: Services): TypedReader {
  const change = subject.change(services)
  return (finding, document, typed, warningsSeen, context) => {
    if (typed.length === 0) return accepted({})
    const { viewer } = context
    const hidden = readableFields(
      finding.entity,
      Object.fromEntries(
        finding.fields
          .filter(({ path }) => typed.some((each) => each.path === path))
          .map(({ path, lost }) => [path, [lost.value, valueAt(document, path)] as const]),
      ),
      (grant) => may(viewer, grant),
    ).find(({ isHidden }) => isHidden)
    // Nobody types over what they may not see.
    if (hidden !== undefined) return refused('finding.hidden', { field: hidden.path })
    const read = readTyped(subject.typedFields, typed)
    if (!read.ok) return read
    const values = change(document, read.value, finding.doc, context, warningsSeen)
    if (!values.ok) return atTheirPlaces(values.refusal, typed)
    return accepted(
      Object.fromEntries(Object.entries(values.value).filter(([path, to]) => !sameJson(valueAt(document, path), to))),
    )
  }
}

/** The feature names paths; the form of the finding knows its typed values by their place. */
function atTheirPlaces({ code, params, problems }: Refusal, typed: readonly TypedValue[]): Result<never> {
  const moved = problems?.map((problem): FieldProblem => {
    const place = typed.findIndex(({ path }) => problem.field === path || problem.field.startsWith(`${path}.`))
    const rest = problem.field.slice(typed[place]?.path.length ?? 0)
    return place < 0 ? problem : { ...problem, field: `typed.${place}.value${rest}` }
  })
  return refused(code, params, moved)
}
