import type { Migration } from '../migration.ts'

/**
 * As what the documents of each kind are folded (Y37). None of those that are there has a mark, so all are folded anew once. Documents
 * are made of the log, so one that no change makes any more may go.
 */
export const foldMarks: Migration = {
  number: 70,
  intent: 'fold-marks',
  sql: `
alter table tenant_head add column folded_as text not null default '{}';
alter table snapshots add column shapes text not null default '{}';
grant delete on docs to counterproof_app;

-- After a restore the owner leaves room among the codes of stations for those that the backup does not know (Y36).
create policy upkeep on organisations to current_user using (true);
`,
}
