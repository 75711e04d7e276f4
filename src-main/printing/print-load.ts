import type { Refusal } from '#shared/kernel/result.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import type { SendOutcome } from '#shared/printing/print-outcome.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { Drawing } from './drawing.ts'
import type { PrintBytes } from './drivers/print-bytes.ts'
import type { PrintJobPatch, PrintJobs } from './print-jobs.ts'

/** One print job as it lies in the bytes that are sent: alone, or with others of its batch. */
export interface LoadedJob {
  readonly job: PrintJob
  /** Bytes before its own first; null where nobody can tell. */
  readonly offset: number | null
  /** What its row says of the bytes beside the database; written with the step that follows, not by itself. */
  readonly standing: PrintJobPatch
}

/** What goes to a printer in one go. */
export interface PrintLoad {
  readonly bytes: Uint8Array
  readonly title: string
  /** For the spooler; those of a batch lie in the file. */
  readonly copies: number
  readonly jobs: readonly LoadedJob[]
  /** Files of an earlier try, which hold what never left. */
  readonly stale: readonly string[]
}

export interface LoadParts {
  readonly jobs: PrintJobs
  readonly drawing: Drawing
  readonly bytes: PrintBytes
  readonly newId: () => string
}

/** A print job that cannot be drawn, and why. */
export interface NotDrawn {
  readonly job: PrintJob
  readonly refusal: Refusal | null
}

export interface MadeLoad {
  readonly load: PrintLoad | null
  readonly notDrawn: readonly NotDrawn[]
}

/** The papers in their printer's language: as they were made, or made now. */
export async function makeLoad(
  wanted: readonly PrintJob[],
  profile: PrinterProfile,
  parts: LoadParts,
): Promise<MadeLoad> {
  const [first] = wanted
  if (first === undefined) return { load: null, notDrawn: [] }
  if (first.batchId === null || first.portion === null) return single(first, profile, parts)
  return together(wanted, profile, parts)
}

async function single(job: PrintJob, profile: PrinterProfile, { drawing, bytes }: LoadParts): Promise<MadeLoad> {
  const kept = job.hasBytes && job.bytesName === null ? bytes.get(job.id) : undefined
  // A power cut may have left less of the file than the row says.
  if (kept !== undefined && kept.length === job.bytesTotal)
    return { load: loadOf(job, kept, job.warnings), notDrawn: [] }
  const paper = paperOf(job)
  if (paper === null) return { load: null, notDrawn: [{ job, refusal: null }] }
  const drawn = await drawing.draw(paper, profile, job.copies)
  if (!drawn.ok) return { load: null, notDrawn: [{ job, refusal: drawn.refusal }] }
  return { load: loadOf(job, drawn.value.bytes, drawn.value.warnings), notDrawn: [] }
}

function loadOf(job: PrintJob, bytes: Uint8Array, warnings: readonly PrintWarning[]): PrintLoad {
  const standing = { hasBytes: true, bytesTotal: bytes.length, warnings, bytesName: null }
  return { bytes, title: job.title, copies: job.copies, jobs: [{ job, offset: null, standing }], stale: [] }
}

/**
 * Drawn anew at every try: which papers leave together changes whenever somebody calls one off, and drawing costs less than
 * remembering. The pages keep the numbers they had, so "page 37" stays page 37 (PR53).
 */
async function together(
  wanted: readonly PrintJob[],
  profile: PrinterProfile,
  { jobs, drawing, newId }: LoadParts,
): Promise<MadeLoad> {
  const papers = wanted.flatMap((job) => {
    const document = paperOf(job)
    return document === null ? [] : [{ job, document, copies: job.copies }]
  })
  const gone = wanted.filter((job) => job.paper === null).map((job): NotDrawn => ({ job, refusal: null }))
  const [first] = papers
  if (first === undefined) return { load: null, notDrawn: gone }
  const drawn = await drawing.portion(
    papers.map(({ document, copies }) => ({ document, copies })),
    profile,
  )
  const before = first.job.firstPage === null ? jobs.pagesBefore(first.job) : first.job.firstPage - 1
  const bytesName = newId()
  const loaded: LoadedJob[] = []
  const notDrawn: NotDrawn[] = [...gone]
  for (const [at, { job }] of papers.entries()) {
    const part = drawn.parts[at]
    if (part === undefined || !part.ok) {
      notDrawn.push({ job, refusal: part?.refusal ?? null })
      continue
    }
    const { firstPage, pages, offset, warnings } = part.value
    const standing = {
      hasBytes: true,
      bytesTotal: drawn.bytes.length,
      warnings,
      bytesName,
      firstPage: before + firstPage,
      pages,
    }
    loaded.push({ job, offset, standing })
  }
  const stale = [...new Set(wanted.flatMap(({ bytesName: name }) => (name === null ? [] : [name])))]
  const load = { bytes: drawn.bytes, title: titleOf(loaded), copies: 1, jobs: loaded, stale }
  return { load: loaded.length === 0 ? null : load, notDrawn }
}

function titleOf(loaded: readonly LoadedJob[]): string {
  const titles = loaded.map(({ job }) => job.title)
  return titles.length < 2 ? (titles[0] ?? '') : `${titles[0]} … ${titles.at(-1)}`
}

function paperOf(job: PrintJob): PrintDocument | null {
  return job.paper === null ? null : finishedPaper(job.paper, job.copyTag, job.wantedAt)
}

/** Keeps the bytes where the rows will say they are. */
export function keepBytes(load: PrintLoad, { bytes }: Pick<LoadParts, 'bytes'>): void {
  const [first] = load.jobs
  if (first !== undefined) bytes.put(first.standing.bytesName ?? first.job.id, load.bytes)
}

/**
 * What became of one paper among those that were sent together. One whose own bytes had not begun when the line broke never
 * left: it waits like any other (P2), behind those that somebody has to look for.
 */
export function outcomeFor({ offset }: LoadedJob, outcome: SendOutcome): SendOutcome {
  const neverLeft = outcome.state === 'unknown' && offset !== null && offset > 0 && offset >= outcome.bytesSent
  return neverLeft ? { ...outcome, state: 'failed_before_send', bytesSent: 0, firstByteAt: null } : outcome
}
