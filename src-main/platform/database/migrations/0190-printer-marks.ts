import type { Migration } from '../migrator.ts'

/** What tells a printer apart from any other, so that it is found again at another address. */
export const printerMarks: Migration = {
  number: 190,
  intent: 'printer-marks',
  sql: 'alter table printers add column marks text;',
}
