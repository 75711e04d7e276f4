import type { Migration } from '../migrator.ts'

/**
 * Templates of papers, and of each print job what its paper said apart from its look: a reprint of the same content is the
 * paper as it was issued, whatever its template has become since.
 */
export const printTemplates: Migration = {
  number: 170,
  intent: 'print-templates',
  sql: `
create table print_templates (
  id text primary key,
  name text not null,
  kind text not null,
  design text not null,
  version integer not null,
  standard_since text,
  customers text not null,
  is_archived integer not null
) strict;
create index ix_print_templates__kind on print_templates (kind, name, id);

alter table print_jobs add column content text not null default '';
`,
}
