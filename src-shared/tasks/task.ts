/** T2: how far it is; any may follow any. */
export const taskStatuses = ['open', 'in_progress', 'done'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** The document that a task is about. */
export interface TaskAbout {
  readonly entity: string
  readonly doc: string
}

/** Kinds of documents that a person may add a task to (COL-01); findings may be about any. */
export const taskSubjects = ['sales_order', 'party'] as const

/** Sorts behind every date: a task that nobody gave one. */
export const noDueKey = '9999-12-31'
