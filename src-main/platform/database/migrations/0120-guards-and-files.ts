import type { Migration } from '../migrator.ts'

/**
 * Members of an envelope that only a newer version knows (SPEC Y1), received documents that no table can hold (G7), and
 * the files that travel between this station and its cloud: those to be sent, and those that somebody wants to see.
 */
export const guardsAndFiles: Migration = {
  number: 120,
  intent: 'guards-and-files',
  sql: `
alter table changes add column envelope_more text;
create trigger changes_keep_more before update of envelope_more on changes
begin select raise(abort, 'changes are never altered'); end;

create table misfit_documents (doc text primary key, why text not null) strict, without rowid;

create table file_travels (
  hash text primary key,
  way text not null,
  state text not null,
  wanted_at text not null,
  why text
);
create index ix_file_travels__next on file_travels (way, state, wanted_at);
`,
}
