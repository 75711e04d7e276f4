import type { Migration } from '../migrator.ts'
import { foundation } from './0010-foundation.ts'
import { settings } from './0020-settings.ts'
import { users } from './0030-users.ts'
import { printing } from './0035-printing.ts'
import { files } from './0040-files.ts'
import { formDrafts } from './0045-form-drafts.ts'
import { parties } from './0050-parties.ts'
import { catalog } from './0060-catalog.ts'
import { salesOrders } from './0070-sales-orders.ts'
import { payments } from './0080-payments.ts'
import { sync } from './0090-sync.ts'
import { findingsAndTasks } from './0100-findings-and-tasks.ts'
import { secrets } from './0110-secrets.ts'
import { guardsAndFiles } from './0120-guards-and-files.ts'
import { logMending } from './0130-log-mending.ts'
import { knownStations } from './0140-known-stations.ts'
import { setApart } from './0150-set-apart.ts'
import { printTemplates } from './0170-print-templates.ts'
import { printBatches } from './0180-print-batches.ts'
import { printerMarks } from './0190-printer-marks.ts'
import { keptPrintBytes } from './0200-kept-print-bytes.ts'
import { batchMoves } from './0205-batch-moves.ts'

/** The database's whole history, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  settings,
  users,
  printing,
  files,
  formDrafts,
  parties,
  catalog,
  salesOrders,
  payments,
  sync,
  findingsAndTasks,
  secrets,
  guardsAndFiles,
  logMending,
  knownStations,
  setApart,
  printTemplates,
  printBatches,
  printerMarks,
  keptPrintBytes,
  batchMoves,
]
