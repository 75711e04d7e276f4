import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const tasks = sqliteTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    assignee: text('assignee'),
    creator: text('creator').notNull(),
    createdAt: text('created_at').notNull(),
    status: text('status').notNull(),
    isDone: integer('is_done', { mode: 'boolean' }).notNull(),
    dueOn: text('due_on'),
    /** The date to sort by; what has none comes last. */
    dueKey: text('due_key').notNull(),
    entity: text('entity'),
    doc: text('doc'),
    isFinding: integer('is_finding', { mode: 'boolean' }).notNull(),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('ix_tasks__list').on(table.isFinding, table.isArchived, table.isDone, table.dueKey, table.id),
    index('ix_tasks__assignee').on(
      table.assignee,
      table.isFinding,
      table.isArchived,
      table.isDone,
      table.dueKey,
      table.id,
    ),
    index('ix_tasks__doc').on(table.doc, table.isFinding, table.isArchived, table.isDone, table.dueKey, table.id),
  ],
)

export const taskComments = sqliteTable(
  'task_comments',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: text('written_at').notNull(),
  },
  (table) => [index('ix_task_comments__task_id').on(table.taskId, table.writtenAt, table.id)],
)
