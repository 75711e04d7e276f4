import { defineCommand } from '#main/platform/bus/module.ts'
import type { PatchOf } from '#shared/kernel/change/entity.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { taskEntity } from '#shared/tasks/replication.ts'
import { assigneeCheck } from '../assignee.ts'

export const changeTask = defineCommand(tasksContract['task.change'], ({ db }) => {
  const check = assigneeCheck(db)
  return ({ id, ...given }, { tx, read }) => {
    if (read(taskEntity, id)?.isFinding !== false) return refused('notFound.task', { id })
    const someone = check(given.assignee ?? null)
    if (!someone.ok) return someone
    const patch: PatchOf<typeof taskEntity> = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    )
    tx.set(taskEntity, id, patch)
    return accepted(null)
  }
})
