import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  email: text('email').notNull(),
  language: text('language').notNull(),
  given: text('given', { mode: 'json' }).$type<readonly string[]>().notNull(),
  withheld: text('withheld', { mode: 'json' }).$type<readonly string[]>().notNull(),
  isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
})

/** Station-local: what proves a person. Never in the log; from station to station sealed (U16). */
export const credentials = sqliteTable('credentials', {
  userId: text('user_id').primaryKey(),
  passwordHash: text('password_hash'),
  pinHash: text('pin_hash'),
  recoveryHash: text('recovery_hash'),
})

/** Station-local: when each was last set, anywhere in the shop; the later one holds everywhere. */
export const credentialStamps = sqliteTable(
  'credential_stamps',
  {
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    stamp: text('stamp').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
)

/** Station-local: wrong secrets since the last right one, per person, device and kind of secret (X10). */
export const signInTries = sqliteTable(
  'sign_in_tries',
  {
    userId: text('user_id').notNull(),
    device: text('device').notNull(),
    kind: text('kind').notNull(),
    failures: integer('failures').notNull(),
    blockedUntil: text('blocked_until'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.device, table.kind] })],
)

/** Station-local: who may reach this station, and who is signed in there. The token itself is only kept as a hash. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    /** `window`, `browser`, `run` (a script's bearer token, gone with the run). */
    kind: text('kind').notNull(),
    userId: text('user_id'),
    /** When the person signed in (or, before that, when the session was made). */
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    lockedAt: text('locked_at'),
  },
  (table) => [index('ix_sessions__token_hash').on(table.tokenHash)],
)

/** Station-local: forms as they are being filled in (W16). */
export const formDrafts = sqliteTable(
  'form_drafts',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    data: text('data').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    index('ix_form_drafts__updated_at').on(table.userId, table.updatedAt),
  ],
)
