import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { tasksContract } from '#shared/tasks/contract.ts'
import { taskEntity } from '#shared/tasks/replication.ts'

/** A finding is not moved: it is done when it has been answered (F3). */
export const moveTask = defineCommand(tasksContract['task.move'], () => ({ id, status }, { tx, read }) => {
  if (read(taskEntity, id)?.isFinding !== false) return refused('notFound.task', { id })
  tx.set(taskEntity, id, { status })
  return accepted(null)
})
