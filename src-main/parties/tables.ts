import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { searchTables } from '#main/platform/database/text-search.ts'

export const parties = sqliteTable(
  'parties',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    isCustomer: integer('is_customer', { mode: 'boolean' }).notNull(),
    isSupplier: integer('is_supplier', { mode: 'boolean' }).notNull(),
    name: text('name').notNull(),
    code: text('code').notNull(),
    /** Town and country of the invoice address. */
    city: text('city').notNull(),
    country: text('country').notNull(),
    /** Name of the main contact. */
    contact: text('contact').notNull(),
    /** The party's own, else the main contact's. */
    email: text('email').notNull(),
    phone: text('phone').notNull(),
    sortName: text('sort_name').notNull(),
    sortCode: text('sort_code').notNull(),
    sortCity: text('sort_city').notNull(),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('ix_parties__is_archived_sort_name').on(table.isArchived, table.sortName, table.id),
    index('ix_parties__is_archived_sort_code').on(table.isArchived, table.sortCode, table.id),
    index('ix_parties__is_archived_sort_city').on(table.isArchived, table.sortCity, table.id),
  ],
)

/** What a party is recognised by: code, VAT number, e-mail address and domain, phone, name without legal form. */
export const partyKeys = sqliteTable(
  'party_keys',
  { kind: text('kind').notNull(), key: text('key').notNull(), partyId: text('party_id').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.partyId] })],
)

export const partySearch = searchTables('party')
