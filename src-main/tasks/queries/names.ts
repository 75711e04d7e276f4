import type { QueryContext, QueryServices } from '#main/platform/bus/module.ts'
import type { TaskAbout } from '#shared/tasks/task.ts'
import type { AnyFindingSubject } from '../finding-subject.ts'

/** Names of people by id; '' for who is not known (yet) at this station. */
export function nameReader(db: QueryServices['db']): (id: string | null) => string {
  const find = db.read<{ name: string }>('select name from users where id = ?')
  return (id) => (id === null ? '' : (find.get(id)?.name ?? ''))
}

type Reader<T> = (about: TaskAbout, context: QueryContext) => T

/** What people call a document, by its kind and id. */
export function titleReader(subjects: readonly AnyFindingSubject[]): Reader<string> {
  const find = documentReader(subjects)
  return (about, context) => {
    const found = find(about, context)
    return found === undefined ? '' : found.subject.title(found.document, context.viewer.language)
  }
}

/** The document on whose page it is read: itself, or the one that it belongs to. */
export function placeReader(subjects: readonly AnyFindingSubject[]): Reader<TaskAbout> {
  const find = documentReader(subjects)
  return (about, context) => {
    const found = find(about, context)
    return found?.subject.readOn(found.document) ?? about
  }
}

function documentReader(
  subjects: readonly AnyFindingSubject[],
): Reader<{ readonly subject: AnyFindingSubject; readonly document: unknown } | undefined> {
  const known = new Map(subjects.map((each) => [each.entity.name, each]))
  return ({ entity, doc }, { read }) => {
    const subject = known.get(entity)
    const document = subject === undefined ? undefined : read(subject.entity, doc)
    return subject === undefined || document === undefined ? undefined : { subject, document }
  }
}

export function commentReader(db: QueryServices['db']) {
  return db.read<{ id: string; text: string; writtenByName: string; writtenAt: string }>(
    `select c.id, c.text, coalesce(u.name, '') as writtenByName, c.written_at as writtenAt from task_comments c
     left join users u on u.id = c.written_by where c.task_id = ? order by c.written_at, c.id`,
  )
}
