import type { Migration } from '../migration.ts'

/** Snapshots for stations that join (Y21): made from the documents at any time again, so these alone may be deleted. */
export const snapshots: Migration = {
  number: 50,
  intent: 'snapshots',
  sql: `
create table snapshots (
  org uuid not null,
  snapshot uuid not null,
  seq bigint not null,
  epoch uuid not null,
  chunks text not null,
  built_at timestamptz not null default now(),
  primary key (org, snapshot)
);

create table snapshot_chunks (
  org uuid not null,
  snapshot uuid not null,
  no integer not null,
  bytes bytea not null,
  primary key (org, snapshot, no)
);

do $$
declare closed text;
begin
  foreach closed in array array['snapshots', 'snapshot_chunks'] loop
    execute format('alter table %I enable row level security', closed);
    execute format('alter table %I force row level security', closed);
    execute format('create policy own on %I using (org = nullif(current_setting(''app.org'', true), '''')::uuid)', closed);
  end loop;
end $$;

grant select, insert, delete on snapshots, snapshot_chunks to counterproof_app;
`,
}
