import type { Migration } from '../migration.ts'

/**
 * Where an organisation's feed begins; what stations have tried that is no part of the log; and the files of an organisation,
 * whose bytes lie in a folder or an S3-compatible store under its name.
 */
export const guardsAndFiles: Migration = {
  number: 40,
  intent: 'guards-and-files',
  sql: `
alter table tenant_head add column feed_from bigint not null default 0;

create table incidents (
  org uuid not null,
  station uuid not null,
  what text not null,
  sseq bigint not null,
  at timestamptz not null,
  primary key (org, station, what, sseq)
);

create table stored_files (
  org uuid not null,
  hash text not null,
  size bigint not null,
  received bigint not null default 0,
  progress text not null default '',
  begun_at timestamptz not null,
  whole_at timestamptz,
  primary key (org, hash)
);

do $$
declare closed text;
begin
  foreach closed in array array['incidents', 'stored_files'] loop
    execute format('alter table %I enable row level security', closed);
    execute format('alter table %I force row level security', closed);
    execute format('create policy own on %I using (org = nullif(current_setting(''app.org'', true), '''')::uuid)', closed);
  end loop;
end $$;

grant select, insert on incidents to counterproof_app;
grant select, insert, update, delete on stored_files to counterproof_app;
`,
}
