import type { Log } from '#main/platform/log/log.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import type { PrintBytes } from './drivers/print-bytes.ts'
import type { PrintJobs } from './print-jobs.ts'

/** Removes the bytes of a print job whose row no longer speaks of them, unless others left with the same file. */
export function dropBytes(
  { id, bytesName }: Pick<PrintJob, 'id' | 'bytesName'>,
  { jobs, bytes }: { readonly jobs: Pick<PrintJobs, 'sharing'>; readonly bytes: PrintBytes },
): void {
  if (bytesName === null) bytes.remove(id)
  else if (jobs.sharing(bytesName) === 0) bytes.remove(bytesName)
}

/**
 * A crash between a file and the row that speaks of it leaves a file that nobody would ever remove. Once, before anything is
 * drawn: from then on files come before their rows (PR71).
 */
export function removeStrayBytes({
  jobs,
  bytes,
  log,
}: {
  readonly jobs: Pick<PrintJobs, 'bytesKept'>
  readonly bytes: PrintBytes
  readonly log: Log
}): void {
  const files = bytes.keepOnly(jobs.bytesKept())
  if (files > 0) log.info('printBytes.strays', { files })
}
