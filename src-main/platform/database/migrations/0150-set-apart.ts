import type { Migration } from '../migrator.ts'

/**
 * What the cloud kept without a look at what it does, or could not read, becomes a finding: found by its station, and told by
 * the moment it takes effect.
 */
export const setApart: Migration = {
  number: 150,
  intent: 'set-apart',
  sql: `
alter table unread_changes add column hlc_eff text;
create index ix_unread_changes__station on unread_changes (station, seq);
create index ix_changes__quarantined on changes (station, seq) where verdict = 'quarantined';
`,
}
