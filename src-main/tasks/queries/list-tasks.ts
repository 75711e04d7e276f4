import type { z } from 'zod'
import { defineQuery, type QueryContext, type QueryDefinition } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { type taskRow, tasksContract } from '#shared/tasks/contract.ts'
import type { TaskStatus } from '#shared/tasks/task.ts'
import type { AnyFindingSubject } from '../finding-subject.ts'
import { commentReader, nameReader, titleReader } from './names.ts'

interface StoredTask {
  id: string
  title: string
  text: string
  assignee: string | null
  creator: string
  created_at: string
  status: TaskStatus
  due_on: string | null
  due_key: string
  entity: string | null
  doc: string | null
  is_archived: number
}

/** Whose tasks: everybody's, of one person, of one document. Each has an index that is its order. */
export function taskListSql(of: 'all' | 'assignee' | 'doc'): string {
  const whose = { all: '', assignee: 'assignee = ? and ', doc: 'doc = ? and ' }[of]
  return `select * from tasks where ${whose}is_finding = 0 and is_archived = 0 and is_done = ? and (due_key, id) > (?, ?)
    order by due_key, id limit ?`
}

export function taskQueries(subjects: readonly AnyFindingSubject[]): readonly QueryDefinition[] {
  const titleOf = titleReader(subjects)
  const shown = (
    task: StoredTask,
    nameOf: (id: string | null) => string,
    context: QueryContext,
  ): z.output<typeof taskRow> => {
    const about = task.entity === null || task.doc === null ? null : { entity: task.entity, doc: task.doc }
    return {
      id: task.id,
      title: task.title,
      status: task.status,
      dueOn: task.due_on,
      assignee: task.assignee,
      assigneeName: nameOf(task.assignee),
      creatorName: nameOf(task.creator),
      createdAt: task.created_at,
      about: about === null ? null : { ...about, title: titleOf(about, context) },
    }
  }
  return [
    defineQuery(tasksContract['task.list'], ({ db }) => {
      const nameOf = nameReader(db)
      const all = db.read<StoredTask>(taskListSql('all'))
      const ofPerson = db.read<StoredTask>(taskListSql('assignee'))
      const ofDocument = db.read<StoredTask>(taskListSql('doc'))
      return ({ show, doc, after, limit }, context) => {
        const rest = [Number(show === 'done'), ...(after ?? ['', '']), limit + 1]
        const page =
          doc !== undefined
            ? ofDocument.all(doc, ...rest)
            : show === 'mine'
              ? ofPerson.all(context.viewer.userId ?? '', ...rest)
              : all.all(...rest)
        const rows = page.slice(0, limit)
        const last = page.length > limit ? rows.at(-1) : undefined
        return accepted({
          rows: rows.map((row) => shown(row, nameOf, context)),
          next: last === undefined ? null : [last.due_key, last.id],
        })
      }
    }),
    defineQuery(tasksContract['task.get'], ({ db }) => {
      const nameOf = nameReader(db)
      const find = db.read<StoredTask>('select * from tasks where id = ? and is_finding = 0')
      const comments = commentReader(db)
      return ({ id }, context) => {
        const task = find.get(id)
        if (task === undefined) return refused('notFound.task', { id })
        const { text, is_archived } = task
        return accepted({
          ...shown(task, nameOf, context),
          text,
          archived: is_archived === 1,
          comments: comments.all(id),
        })
      }
    }),
    defineQuery(tasksContract['task.people'], ({ db }) => {
      const people = db.read<{ id: string; name: string }>(
        'select id, name from users where is_archived = 0 order by name, id',
      )
      return () => accepted({ people: people.all() })
    }),
  ]
}
