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
