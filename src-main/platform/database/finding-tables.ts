import { eq, sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Json } from '#shared/kernel/canonical-json.ts'
import type { ReadableDb } from './handles.ts'

/** A change that belongs to a finding, as its story is told: who, where and when. */
export interface FindingChange {
  readonly id: string
  readonly seq: number
  readonly station: string
  readonly stationCode: string
  readonly actor: string
  readonly at: string
  readonly command: string
  readonly entity: string
  readonly doc: string
}

export interface FindingField {
  readonly path: string
  readonly lost: { readonly value: Json; readonly change: string }
  readonly stands: { readonly value: Json; readonly change: string | null }
}

/** What only a merge can show (W17): computed like every projection, and about documents of every feature. */
export const findings = sqliteTable(
  'findings',
  {
    id: text('id').primaryKey(),
    /** `refused`, `overwritten`, or what the rule of a feature calls it. */
    kind: text('kind').notNull(),
    entity: text('entity').notNull(),
    doc: text('doc').notNull(),
    /** When the last of the changes that brought it about was made, by its station's clock. */
    at: text('at').notNull(),
    changes: text('changes', { mode: 'json' }).$type<readonly FindingChange[]>().notNull(),
    fields: text('fields', { mode: 'json' }).$type<readonly FindingField[]>().notNull(),
    isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: text('answered_at'),
    answeredStation: text('answered_station'),
  },
  (table) => [
    index('ix_findings__doc').on(table.doc, table.isOpen, table.at, table.id),
    index('ix_findings__is_open').on(table.isOpen, table.at, table.id),
  ],
)

/** The findings about one document, as the table has them. */
export function findingReader(db: ReadableDb): (doc: string) => readonly (typeof findings.$inferSelect)[] {
  const kept = db.orm
    .select()
    .from(findings)
    .where(eq(findings.doc, sql.placeholder('doc')))
    .prepare()
  return (doc) => kept.all({ doc })
}
