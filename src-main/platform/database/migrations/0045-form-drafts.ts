import type { Migration } from '../migrator.ts'

/** Forms that are being filled in at this station (W16); never replicated. */
export const formDrafts: Migration = {
  number: 45,
  intent: 'form-drafts',
  sql: `
create table form_drafts (
  user_id text not null,
  key text not null,
  kind text not null,
  title text not null,
  data text not null,
  created_at text not null,
  updated_at text not null,
  primary key (user_id, key)
) strict;
create index ix_form_drafts__updated_at on form_drafts (user_id, updated_at);
`,
}
