import { mostRecorded } from '#shared/printing/contract.ts'
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

/** Those that follow each other and were wanted by the same person, since they are written down in that person's name. */
export function wantedTogether<Job extends Pick<PrintJob, 'wantedBy' | 'wantedByRole'>>(
  ended: readonly Job[],
): readonly (readonly Job[])[] {
  const groups: Job[][] = []
  for (const job of ended) {
    const last = groups.at(-1)
    const isSame = last?.[0]?.wantedBy === job.wantedBy && last[0].wantedByRole === job.wantedByRole
    if (last !== undefined && isSame && last.length < mostRecorded) last.push(job)
    else groups.push([job])
  }
  return groups
}
