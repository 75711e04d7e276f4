import type { ReadableDb } from '#main/platform/database/handles.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

/** T3: a task is for somebody who works here, or for nobody yet. */
export function assigneeCheck(db: Pick<ReadableDb, 'read'>): (assignee: string | null) => Result<null> {
  const find = db.read<{ is_archived: number }>('select is_archived from users where id = ?')
  return (assignee) => {
    if (assignee === null) return accepted(null)
    const person = find.get(assignee)
    return person === undefined || person.is_archived === 1 ? refused('task.nobodyOfThatName') : accepted(null)
  }
}
