import type { Migration } from '../migrator.ts'

/**
 * A row of the log that a damaged disk has left unsound may be replaced by what the cloud has of it (SPEC Y35), by one named
 * path; nothing else deletes a change.
 */
export const logMending: Migration = {
  number: 130,
  intent: 'log-mending',
  sql: `
drop trigger changes_keep_rows;
create trigger changes_keep_rows before delete on changes
when not exists (select 1 from maintenance where what = 'mend_log')
begin select raise(abort, 'changes are never deleted'); end;
`,
}
