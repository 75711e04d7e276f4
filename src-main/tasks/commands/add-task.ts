import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { taskEntity } from '#shared/tasks/replication.ts'
import { assigneeCheck } from '../assignee.ts'

export const addTask = defineCommand(tasksContract['task.add'], ({ db }) => {
  const check = assigneeCheck(db)
  const known = db.read<{ entity: string }>('select entity from docs where id = ?')
  return ({ id, ...task }, { tx, now, viewer }) => {
    const someone = check(task.assignee)
    if (!someone.ok) return someone
    const { about } = task
    if (about !== null && known.get(about.doc)?.entity !== about.entity)
      return refused(`notFound.${about.entity}`, { id: about.doc })
    tx.create(taskEntity, id, { ...task, creator: viewer.userId ?? '', createdAt: now })
    return accepted({ id })
  }
})
