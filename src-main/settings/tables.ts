import { getTableColumns } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const companies = sqliteTable('companies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  address: text('address', { mode: 'json' }).notNull(),
  country: text('country').notNull(),
  language: text('language').notNull(),
  currency: text('currency').notNull(),
  timeZone: text('time_zone').notNull(),
  vatNumbers: text('vat_numbers', { mode: 'json' }).notNull(),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  website: text('website').notNull(),
  registrationNumber: text('registration_number').notNull(),
  bankAccount: text('bank_account').notNull(),
  logo: text('logo'),
  numberPatterns: text('number_patterns', { mode: 'json' }).notNull(),
  pricesIncludeVat: integer('prices_include_vat', { mode: 'boolean' }).notNull(),
})

export const settings = sqliteTable(
  'settings',
  {
    id: text('id').primaryKey(),
    scope: text('scope').notNull(),
    scopeId: text('scope_id').notNull(),
    key: text('key').notNull(),
    value: text('value', { mode: 'json' }),
  },
  (table) => [uniqueIndex('ux_settings__scope_key').on(table.scope, table.scopeId, table.key, table.id)],
)

/** SQL of everything a company's row says as one text: two rows with the same text are the same. */
export const companyFingerprint = Object.values(getTableColumns(companies))
  .map(({ name }) => `coalesce(${name}, '')`)
  .join(' || char(31) || ')
