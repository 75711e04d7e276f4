import {
  type DocumentOf,
  documentEntity,
  free,
  ledger,
  postingEntity,
  type WrittenBy,
} from '#shared/kernel/change/entity.ts'
import type { TaskAbout, TaskStatus } from './task.ts'

const taskWriters: WrittenBy = {
  'task.add': ['task.add'],
  'task.change': ['task.change'],
  'task.move': ['task.move'],
  'finding.take': ['finding.take'],
}

/**
 * What somebody has to do. A task whose id is that of a finding is what people do about that finding (W17). Its fields are
 * free and none of them important: of two who move a task apart the later is right, and that is nothing to decide (T2).
 */
export const taskEntity = documentEntity('task', taskWriters, {
  title: free(''),
  text: free(''),
  assignee: free<string | null>(null),
  creator: free(''),
  createdAt: free(''),
  status: free<TaskStatus>('open'),
  dueOn: free<string | null>(null),
  about: free<TaskAbout | null>(null),
  isFinding: free(false),
  archived: free(false),
})

export type Task = DocumentOf<typeof taskEntity>

const commentWriters: WrittenBy = { 'task.comment': ['task.comment'] }

/** What was said about a task or a finding: a document of its own, for there may be many (W20). */
export const taskCommentEntity = postingEntity('task_comment', commentWriters, {
  taskId: ledger(''),
  text: ledger(''),
  writtenBy: ledger(''),
  writtenAt: ledger(''),
})

const seenWriters: WrittenBy = { 'finding.resolve': ['finding.resolve'] }

/** F9: somebody has looked at a finding whose document takes no answer; its id follows from the finding's. */
export const findingSeenEntity = postingEntity('finding_seen', seenWriters, {
  findingId: ledger(''),
})
