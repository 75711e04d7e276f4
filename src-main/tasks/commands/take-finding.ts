import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { taskEntity } from '#shared/tasks/replication.ts'
import { assigneeCheck } from '../assignee.ts'
import { findingById } from '../stored-findings.ts'

export const takeFinding = defineCommand(tasksContract['finding.take'], ({ db }) => {
  const find = findingById(db)
  const check = assigneeCheck(db)
  return ({ id, assignee, dueOn }, { tx, read, now, viewer }) => {
    const finding = find(id)
    if (finding === undefined) return refused('notFound.finding', { id })
    if (finding.is_open === 0) return refused('finding.answered')
    const someone = check(assignee)
    if (!someone.ok) return someone
    const given = { assignee, ...(dueOn === undefined ? {} : { dueOn }) }
    // What people do about a finding is the task of its id (F2): the first of them begins it.
    if (read(taskEntity, id) !== undefined) tx.set(taskEntity, id, given)
    else
      tx.create(taskEntity, id, {
        ...given,
        about: { entity: finding.entity, doc: finding.doc },
        isFinding: true,
        creator: viewer.userId ?? '',
        createdAt: now,
      })
    return accepted(null)
  }
})
