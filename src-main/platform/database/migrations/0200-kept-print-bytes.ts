import type { Migration } from '../migrator.ts'

/** Which files of print bytes the rows speak of, answered without reading the papers beside them. */
export const keptPrintBytes: Migration = {
  number: 200,
  intent: 'kept-print-bytes',
  sql: 'create index ix_print_jobs__kept on print_jobs (id, bytes_name) where has_bytes = 1;',
}
