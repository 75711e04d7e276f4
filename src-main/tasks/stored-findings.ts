import type { FindingChange, FindingField } from '#main/platform/database/finding-tables.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'

/** A row of `findings` as SQLite gives it, with who has taken it. */
export interface FindingRow {
  id: string
  kind: string
  entity: string
  doc: string
  at: string
  changes: string
  fields: string
  is_open: number
  answer: string | null
  answered_by: string | null
  answered_at: string | null
  answered_station: string | null
  assignee: string | null
  due_on: string | null
}

export const findingColumns = 'f.*, t.assignee, t.due_on'

export interface StoredFinding extends Omit<FindingRow, 'changes' | 'fields'> {
  readonly changes: readonly FindingChange[]
  readonly fields: readonly FindingField[]
}

export function storedFinding(row: FindingRow): StoredFinding {
  return { ...row, changes: JSON.parse(row.changes), fields: JSON.parse(row.fields) }
}

export function findingById(db: Pick<ReadableDb, 'read'>): (id: string) => StoredFinding | undefined {
  const find = db.read<FindingRow>(
    `select ${findingColumns} from findings f left join tasks t on t.id = f.id where f.id = ?`,
  )
  return (id) => {
    const row = find.get(id)
    return row === undefined ? undefined : storedFinding(row)
  }
}
