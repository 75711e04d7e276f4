import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  email: text('email').notNull(),
  language: text('language').notNull(),
  isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
})

/** Station-local: what proves a person. Never in the log. */
export const credentials = sqliteTable('credentials', {
  userId: text('user_id').primaryKey(),
  passwordHash: text('password_hash'),
  pinHash: text('pin_hash'),
  recoveryHash: text('recovery_hash'),
  failures: integer('failures').notNull(),
  /** Monotonic clocks do not survive a restart: the wall clock, and a failure count that stays. */
  blockedUntil: text('blocked_until'),
})

/** Station-local: who may reach this station, and who is signed in there. The token itself is only kept as a hash. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    /** `window`, `browser`, `run` (a script's bearer token, gone with the run). */
    kind: text('kind').notNull(),
    userId: text('user_id'),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    lockedAt: text('locked_at'),
  },
  (table) => [index('ix_sessions__token_hash').on(table.tokenHash)],
)
