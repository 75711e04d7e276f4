import type { Migration } from '../migrator.ts'
import { searchTablesSql } from '../text-search.ts'

export const parties: Migration = {
  number: 50,
  intent: 'parties',
  sql: `
create table parties (
  id text primary key,
  kind text not null,
  is_customer integer not null,
  is_supplier integer not null,
  name text not null,
  code text not null,
  city text not null,
  country text not null,
  contact text not null,
  email text not null,
  phone text not null,
  sort_name text not null,
  sort_code text not null,
  sort_city text not null,
  is_archived integer not null
) strict;
create index ix_parties__is_archived_sort_name on parties (is_archived, sort_name, id);
create index ix_parties__is_archived_sort_code on parties (is_archived, sort_code, id);
create index ix_parties__is_archived_sort_city on parties (is_archived, sort_city, id);

create table party_keys (
  kind text not null,
  key text not null,
  party_id text not null,
  primary key (kind, key, party_id)
) strict, without rowid;
${searchTablesSql('party')}`,
}
