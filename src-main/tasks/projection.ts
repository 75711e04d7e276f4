import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { findingSeenEntity, taskCommentEntity, taskEntity } from '#shared/tasks/replication.ts'
import { noDueKey } from '#shared/tasks/task.ts'
import { taskComments, tasks } from './tables.ts'

/** Open tasks per person, for the figure beside the navigation (W12). */
export const openTaskCounter = 'task.open'

export const taskProjection = projection({
  entity: taskEntity,
  tables: [tasks],
  rows: ({ about, archived, ...task }, id) => [
    rowOf(tasks, {
      id,
      ...task,
      isDone: task.status === 'done',
      dueKey: task.dueOn ?? noDueKey,
      entity: about?.entity ?? null,
      doc: about?.doc ?? null,
      isArchived: archived,
    }),
  ],
  counters: (rows) =>
    rows.flatMap(({ row }) =>
      row.isFinding === true || row.isDone === true || row.isArchived === true
        ? []
        : [{ name: openTaskCounter, scope: String(row.assignee ?? ''), key: '' }],
    ),
})

export const taskCommentProjection = projection({
  entity: taskCommentEntity,
  tables: [taskComments],
  rows: (comment, id) => [rowOf(taskComments, { id, ...comment })],
})

/** The finding itself says that it was looked at. */
export const findingSeenProjection = projection({ entity: findingSeenEntity, tables: [], rows: () => [] })
