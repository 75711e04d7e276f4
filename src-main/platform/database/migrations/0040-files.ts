import type { Migration } from '../migrator.ts'

export const files: Migration = {
  number: 40,
  intent: 'files',
  sql: `
create table files (
  id text primary key,
  hash text not null,
  size integer not null,
  media_type text not null,
  name text not null,
  kind text not null,
  quarantine text,
  version integer not null,
  replaces text,
  short_code text not null,
  is_archived integer not null
) strict;
create index ix_files__hash on files (hash, id);
create index ix_files__short_code on files (short_code, id);

create table file_uploads (
  id text primary key,
  name text not null,
  size integer not null,
  kind text not null,
  replaces text,
  owner text not null,
  begun_at text not null,
  hash text
) strict;

create table file_previews (
  hash text primary key,
  preview_hash text,
  width_mm10 integer,
  height_mm10 integer,
  pages integer,
  problem text,
  notes text not null
) strict;
`,
}
