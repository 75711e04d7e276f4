import { daysKept } from '#shared/printing/print-job.ts'
import { dropBytes } from './print-bytes-of.ts'
import type { Printing } from './printing.ts'

/** Papers and bytes go after their thirty days (P5); what was printed, when and by whom, stays in the journal. */
export function forgetOldPapers({ jobs, bytes }: Pick<Printing, 'jobs' | 'bytes'>, now: string): void {
  const before = new Date(Date.parse(now) - daysKept * 86_400_000).toISOString()
  for (let old = jobs.olderThan(before); old.length > 0; old = jobs.olderThan(before)) {
    for (const job of old) {
      jobs.change(job, [], { paper: null, hasBytes: false }, now)
      dropBytes(job, { jobs, bytes })
    }
  }
}
