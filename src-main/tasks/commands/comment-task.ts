import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { taskCommentEntity, taskEntity } from '#shared/tasks/replication.ts'

export const commentTask = defineCommand(tasksContract['task.comment'], ({ db }) => {
  const finding = db.read<{ id: string }>('select id from findings where id = ?')
  return ({ id, taskId, text }, { tx, read, now, viewer }) => {
    if (read(taskEntity, taskId) === undefined && finding.get(taskId) === undefined)
      return refused('notFound.task', { id: taskId })
    tx.post(taskCommentEntity, id, { taskId, text, writtenBy: viewer.userId ?? '', writtenAt: now })
    return accepted({ id })
  }
})
