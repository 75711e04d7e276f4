import type { PrintJob } from '#shared/printing/print-job.ts'
import type { PrintOutcomePosting, PrintOutcomeResult } from '#shared/printing/replication.ts'

/** What other stations are told of a print job: not its bytes, but that it was, where, and as which copy (W7). */
export function outcomeOf(
  job: PrintJob,
  result: PrintOutcomeResult,
  stationCode: string,
  at: string,
): PrintOutcomePosting {
  return {
    printJobId: job.id,
    documentId: job.documentId,
    lineId: job.lineId,
    kind: job.kind,
    copy: job.copy,
    copies: job.copies,
    result,
    printerName: job.printerName,
    stationCode,
    bytesSent: job.bytesSent,
    bytesTotal: job.bytesTotal,
    at,
    by: job.wantedBy,
    byName: job.wantedByName,
  }
}
