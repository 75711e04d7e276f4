import { notAllowed } from '#main/platform/bus/authorise.ts'
import { type CommandDefinition, defineCommand } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { withValues } from '#shared/kernel/change/values-at.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { answersTo, valuesOfAnswer } from '#shared/tasks/finding-answer.ts'
import type { AnyFindingSubject } from '../finding-subject.ts'
import { findingById } from '../stored-findings.ts'

/** F3, F4: the answer and what follows from it are one change of the document, under the rules of its own feature. */
export function resolveFinding(subjects: readonly AnyFindingSubject[]): CommandDefinition {
  return defineCommand(tasksContract['finding.resolve'], (services) => {
    const find = findingById(services.db)
    const checks = new Map(subjects.map((each) => [each.entity.name, { ...each, check: each.check(services) }]))
    return ({ id, answer, keep, note }, { tx, read, viewer, because }) => {
      const finding = find(id)
      const subject = checks.get(finding?.entity ?? '')
      if (finding === undefined || subject === undefined) return refused('notFound.finding', { id })
      if (!may(viewer, subject.grant)) return notAllowed(viewer, subject.grant)
      if (finding.is_open === 0) return refused('finding.answered')
      if (!answersTo(finding.kind).includes(answer)) return refused('finding.noSuchAnswer')
      const values = valuesOfAnswer(finding.fields, answer, keep)
      if (!values.ok) return values
      const before = read(subject.entity, finding.doc)
      if (before === undefined) return refused(`notFound.${finding.entity}`, { id: finding.doc })
      const allowed = subject.check(before, withValues(subject.entity, before, values.value), finding.doc)
      if (!allowed.ok) return allowed
      tx.resolve(subject.entity, finding.doc, id, answer, values.value)
      if (note !== '') because(note)
      return accepted(null)
    }
  })
}
