import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull(),
    size: integer('size').notNull(),
    mediaType: text('media_type').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    quarantine: text('quarantine'),
    version: integer('version').notNull(),
    replaces: text('replaces'),
    shortCode: text('short_code').notNull(),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('ix_files__hash').on(table.hash, table.id),
    index('ix_files__short_code').on(table.shortCode, table.id),
  ],
)

/** Station-local: what is being received. The bytes so far lie in the file store; a restart goes on from there. */
export const fileUploads = sqliteTable('file_uploads', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  size: integer('size').notNull(),
  kind: text('kind').notNull(),
  replaces: text('replaces'),
  /** Who brings it: nobody else may add to it. */
  owner: text('owner').notNull(),
  begunAt: text('begun_at').notNull(),
  /** Filled when all is here and hashed, before the bytes move into the store. */
  hash: text('hash'),
})

/** Station-local: pictures that were drawn, or why there is none. */
export const filePreviews = sqliteTable('file_previews', {
  hash: text('hash').primaryKey(),
  previewHash: text('preview_hash'),
  widthMm10: integer('width_mm10'),
  heightMm10: integer('height_mm10'),
  pages: integer('pages'),
  problem: text('problem'),
  notes: text('notes', { mode: 'json' }).notNull(),
})

/** Station-local: files on their way to the cloud, and those that somebody wants to see here. */
export const fileTravels = sqliteTable(
  'file_travels',
  {
    hash: text('hash').primaryKey(),
    way: text('way', { enum: ['send', 'fetch'] }).notNull(),
    /** `absent`: the cloud does not have it; `refused`: one of the two ends will not have it, `why` says the reason. */
    state: text('state', { enum: ['waiting', 'done', 'absent', 'refused'] }).notNull(),
    wantedAt: text('wanted_at').notNull(),
    why: text('why'),
  },
  (table) => [index('ix_file_travels__next').on(table.way, table.state, table.wantedAt)],
)
