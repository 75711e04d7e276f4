import { notAllowed } from '#main/platform/bus/authorise.ts'
import { type CommandDefinition, defineCommand } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { seenId } from '#main/platform/changes/findings.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { type Entity, fieldAt } from '#shared/kernel/change/entity.ts'
import { valueAt, withValues } from '#shared/kernel/change/values-at.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { answersTo, valuesOfAnswer } from '#shared/tasks/finding-answer.ts'
import { findingSeenEntity } from '#shared/tasks/replication.ts'
import { type AnyFindingSubject, grantForStrangers } from '../finding-subject.ts'
import { findingById } from '../stored-findings.ts'
import { typedReader } from '../typed-reader.ts'

/** F3, F4, F8: the answer and what follows from it are one change of the document, under the rules of its own feature. */
export function resolveFinding(subjects: readonly AnyFindingSubject[]): CommandDefinition {
  return defineCommand(tasksContract['finding.resolve'], (services) => {
    const find = findingById(services.db)
    const known = new Map(
      subjects.map((each) => [
        each.entity.name,
        { ...each, check: each.check(services), typed: typedReader(each, services) },
      ]),
    )
    return ({ id, answer, keep, typed, warningsSeen, note }, context) => {
      const { tx, read, viewer, because } = context
      const finding = find(id)
      if (finding === undefined) return refused('notFound.finding', { id })
      const subject = known.get(finding.entity)
      const grant = subject?.grant ?? grantForStrangers
      if (!may(viewer, grant)) return notAllowed(viewer, grant)
      if (finding.is_open === 0) return refused('finding.answered')
      const before = subject?.entity.kind === 'document' ? read(subject.entity, finding.doc) : undefined
      if (!answersTo(finding.kind, before !== undefined, finding.fields.length > 0).includes(answer))
        return refused('finding.noSuchAnswer')
      if (note !== '') because(note)
      if (subject === undefined || before === undefined) {
        // F9: nothing can be written on it; that somebody has looked stands by itself.
        tx.post(findingSeenEntity, seenId(id), { findingId: id })
        return accepted(null)
      }
      const paths = typed.map(({ path }) => path)
      const kept = valuesOfAnswer(finding, answer, keep, paths)
      if (!kept.ok) return kept
      const put = withItsNumber(subject.entity, before, finding.fields, kept.value)
      const chosen = withValues(subject.entity, before, put)
      const own = subject.typed(finding, chosen, typed, warningsSeen, context)
      if (!own.ok) return own
      const values = { ...put, ...own.value }
      const allowed = subject.check(before, withValues(subject.entity, before, values), finding.doc)
      if (!allowed.ok) return allowed
      tx.resolve(subject.entity, finding.doc, id, answer, values)
      return accepted(null)
    }
  })
}

/** A number follows the move it was given in, where the document has none; one that it has is never exchanged. */
function withItsNumber(
  entity: Entity,
  before: unknown,
  fields: readonly { readonly path: string; readonly lost: { readonly value: Json } }[],
  values: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const isNumber = (path: string): boolean => fieldAt(entity, path)?.class === 'numbered'
  const put = Object.fromEntries(Object.entries(values).filter(([path]) => !isNumber(path)))
  if (!Object.keys(put).some((path) => fieldAt(entity, path)?.class === 'guarded')) return put
  const numbers = fields.filter(({ path }) => isNumber(path) && valueAt(before, path) === null)
  return { ...put, ...Object.fromEntries(numbers.map(({ path, lost }) => [path, lost.value])) }
}
