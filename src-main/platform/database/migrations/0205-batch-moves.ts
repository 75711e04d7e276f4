import type { Migration } from '../migrator.ts'

/** What a person said of a whole batch, kept until it is said of each of its papers. */
export const batchMoves: Migration = {
  number: 205,
  intent: 'batch-moves',
  sql: `
alter table print_batches add column move text;
create index ix_print_batches__moving on print_batches (id) where move is not null;
`,
}
