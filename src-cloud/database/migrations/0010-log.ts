import type { Migration } from '../migration.ts'

/**
 * The log, its head and its documents (sync.md 3.12). The role that the program works as may add to the log and read it, and
 * nothing else; every table is closed to other organisations by the database itself. What is JSON is text: `jsonb` would sort
 * keys anew, and hashes are over the very text.
 */
export const log: Migration = {
  number: 10,
  intent: 'log',
  sql: `
create table organisations (
  org uuid primary key,
  stations_given integer not null default 0,
  founded_at timestamptz not null
);

create table tenant_head (
  org uuid primary key references organisations,
  seq bigint not null default 0,
  hlc text not null,
  chain text not null,
  epochs text not null
) with (fillfactor = 50);

create table stations (
  org uuid not null references organisations,
  station uuid not null,
  code text not null,
  name text not null,
  public_key text not null,
  last_sseq bigint not null default 0,
  last_hash text not null,
  revoked_at timestamptz,
  app_version text not null,
  joined_at timestamptz not null,
  seen_at timestamptz,
  primary key (org, station),
  unique (org, code)
) with (fillfactor = 70);

create table changes (
  org uuid not null,
  seq bigint not null,
  station uuid not null,
  sseq bigint not null,
  hash text not null,
  hlc_eff text not null,
  verdict text not null check (verdict in ('accepted', 'flagged', 'refused', 'quarantined')),
  code text,
  detail text,
  command_id text not null,
  entity text not null,
  doc text not null,
  raw text not null,
  chain text not null,
  received_at timestamptz not null default now(),
  primary key (org, seq),
  unique (org, station, sseq)
) partition by hash (org);

create table docs (
  org uuid not null,
  doc uuid not null,
  entity text not null,
  data text not null,
  stamps text not null,
  primary key (org, doc)
) partition by hash (org);

do $$ begin
  for part in 0..15 loop
    execute format('create table changes_%s partition of changes for values with (modulus 16, remainder %s)', part, part);
    execute format('create table docs_%s partition of docs for values with (modulus 16, remainder %s)', part, part);
  end loop;
end $$;

create index changes_of_a_document on changes (org, doc, seq);

do $$
declare closed text;
begin
  foreach closed in array array['organisations', 'tenant_head', 'stations', 'changes', 'docs'] loop
    execute format('alter table %I enable row level security', closed);
    execute format('alter table %I force row level security', closed);
    execute format('create policy own on %I using (org = nullif(current_setting(''app.org'', true), '''')::uuid)', closed);
  end loop;
end $$;

-- After a restore the owner gives every organisation another epoch; the program itself never works as the owner.
create policy upkeep on tenant_head to current_user using (true);

grant select, insert on changes to counterproof_app;
grant select, insert, update on organisations, tenant_head, stations, docs to counterproof_app;
`,
}
