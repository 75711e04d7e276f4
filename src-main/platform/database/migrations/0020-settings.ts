import type { Migration } from '../migrator.ts'

export const settings: Migration = {
  number: 20,
  intent: 'settings',
  sql: `
create table companies (
  id text primary key,
  name text not null,
  address text not null,
  country text not null,
  language text not null,
  currency text not null,
  time_zone text not null,
  vat_numbers text not null,
  phone text not null,
  email text not null,
  website text not null,
  registration_number text not null,
  bank_account text not null,
  logo text,
  number_patterns text not null,
  prices_include_vat integer not null
) strict;

create table settings (
  id text primary key,
  scope text not null,
  scope_id text not null,
  key text not null,
  value text
) strict;
create unique index ux_settings__scope_key on settings (scope, scope_id, key, id);
`,
}
