import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { Colleague } from '#shared/users/user-rules.ts'

/** Everybody who works or worked here; few enough to be looked at whole. */
export function colleaguesReader(db: Pick<ReadableDb, 'read'>): () => readonly Colleague[] {
  const read = db.read<Omit<Colleague, 'isArchived'> & { is_archived: number }>(
    'select id, name, role, is_archived from users order by id',
  )
  return () => read.all().map(({ is_archived, ...row }) => ({ ...row, isArchived: is_archived === 1 }))
}
