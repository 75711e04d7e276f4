import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Station-local: secrets of the company, closed by this computer's box; null: taken away. */
export const companySecretRows = sqliteTable('company_secrets', {
  name: text('name').primaryKey(),
  stamp: text('stamp').notNull(),
  sealed: blob('sealed', { mode: 'buffer' }),
  keptAt: text('kept_at').notNull(),
})

/** Station-local: whose keys this station takes for their own (SPEC Y28). */
export const trustedStations = sqliteTable('trusted_stations', {
  id: text('id').primaryKey(),
  publicKey: text('public_key').notNull(),
  boxKey: text('box_key').notNull(),
  revokedAt: text('revoked_at'),
  code: text('code').notNull().default(''),
  name: text('name').notNull().default(''),
})

/** Station-local: what codes became that somebody may still come with (or, own: that this station came with). */
export const pairings = sqliteTable('pairings', {
  key: text('key').primaryKey(),
  isOwn: integer('is_own').notNull(),
  until: text('until').notNull(),
})

/** Station-local: what a station could read that was shut out, and how new. */
export const secretExposures = sqliteTable(
  'secret_exposures',
  {
    station: text('station').notNull(),
    name: text('name').notNull(),
    stationCode: text('station_code').notNull(),
    stamp: text('stamp').notNull(),
  },
  (table) => [primaryKey({ columns: [table.station, table.name] })],
)
