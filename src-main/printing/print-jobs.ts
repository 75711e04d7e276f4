import type { Services } from '#main/platform/bus/module.ts'
import { nextState } from '#shared/kernel/state-machine.ts'
import { doubleClickMilliseconds, type PrintJob } from '#shared/printing/print-job.ts'
import { type PrintJobEvent, printJobMachine } from '#shared/printing/print-job-states.ts'
import { type PrintJobRow, printJobColumns, printJobOf, printJobValues, selectPrintJob } from './print-job-row.ts'

/** What changes of a print job together with its state. */
export type PrintJobPatch = Partial<Omit<PrintJob, 'id' | 'state'>>

/** The print jobs of this station and their journal. Used inside commands and by the spool alike. */
export interface PrintJobs {
  byId(id: string): PrintJob | undefined
  /** The live print job of a key: at most one (P3). */
  byKey(key: string): PrintJob | undefined
  /** The same wish a moment ago: a second click, or another window. */
  twinOf(
    job: Pick<PrintJob, 'kind' | 'documentId' | 'lineId' | 'revision' | 'printerId'>,
    now: string,
  ): PrintJob | undefined
  /** Times this paper is known to have been printed, or not known not to have been. */
  knownPrints(of: Pick<PrintJob, 'kind' | 'documentId' | 'lineId'>): number
  /** The paper as it was issued last with this content, where it is still kept (PR44). */
  issued(of: Pick<PrintJob, 'kind' | 'documentId' | 'lineId' | 'form' | 'content'>): PrintJob | undefined
  insert(job: PrintJob): void
  /** Takes a print job through events of its machine, or, with none, changes what stands beside its state. */
  change(job: PrintJob, events: readonly PrintJobEvent[], patch: PrintJobPatch, at: string): PrintJob
  /** Devices for which something waits. */
  waitingDevices(): string[]
  /**
   * First in the line of a device, whether or not its time has come: papers wanted by themselves, then batches in the
   * order they were wanted (PR51). A batch that is paused, not laid out yet, being answered for or asks at this printer
   * stands still.
   */
  firstFor(deviceKey: string): PrintJob | undefined
  /** The print jobs that leave together with this one, it among them, in their order. */
  leavingWith(job: PrintJob): PrintJob[]
  /** Print jobs of a batch, in its order. */
  ofBatch(batchId: string, printerId?: string): PrintJob[]
  /** Those of a batch that had gone to a printer by then, as far as their pages are known. */
  sentOf(batchId: string, printerId: string, by: string): string[]
  /** Those of a batch that have not left, held and failed ones among them. */
  waitingOf(batchId: string): string[]
  /** Pages that a batch prints at a printer before this place in it. */
  pagesBefore(job: Pick<PrintJob, 'batchId' | 'printerId' | 'batchPlace'>): number
  /** Print jobs whose bytes lie in this file. */
  sharing(bytesName: string): number
  /** Files of bytes that print jobs speak of. */
  bytesKept(): ReadonlySet<string>
  inState(state: PrintJob['state']): PrintJob[]
  unrecorded(): PrintJob[]
  /** Print jobs of a printer that are not at their end. */
  openOf(printerId: string): PrintJob[]
  /** The next of those whose paper and bytes are to be forgotten. */
  olderThan(instant: string): PrintJob[]
}

export function printJobs({ local, newId }: Pick<Services, 'local' | 'newId'>): PrintJobs {
  const one = (condition: string) => local.read<PrintJobRow>(`${selectPrintJob} where ${condition} limit 1`)
  const many = (condition: string) => local.read<PrintJobRow>(`${selectPrintJob} where ${condition}`)
  const byId = one('id = ?')
  const byKey = one(`key = ? and state <> 'cancelled'`)
  const twin = one(
    `document_id = ? and kind = ? and wanted_at > ? and line_id is ? and revision = ? and printer_id = ? and state <> 'cancelled'`,
  )
  const prints = local.read<{ prints: number }>(
    'select count(distinct print_job_id) as prints from print_outcomes where document_id = ? and kind = ? and line_id is ?',
  )
  const issued = one(
    `document_id = ? and kind = ? and line_id is ? and form = ? and content = ? and paper is not null
       and state in ('printed', 'handed_over', 'unknown') order by wanted_at desc, id desc`,
  )
  const mayLeave = `state = 'queued' and is_held = 0 and (batch_id is null or (
    not exists (select 1 from print_batches b where b.id = j.batch_id and (b.is_paused = 1 or b.is_laid_out = 0 or b.move is not null))
    and not exists (select 1 from print_jobs u
      where u.state = 'unknown' and u.batch_id = j.batch_id and u.printer_id = j.printer_id)))`
  const devices = local.read<{ device_key: string }>(`select distinct device_key from print_jobs j where ${mayLeave}`)
  // Nothing sorts before a batch: what is wanted by itself is first.
  const first = one(`id = (select id from print_jobs j where ${mayLeave} and device_key = ?
    order by batch_id, batch_place, queued_at, wanted_at, id limit 1)`)
  const together = many(
    `batch_id = ? and printer_id = ? and portion = ? and state = 'queued' and is_held = 0 and tray is ?
     order by batch_place, wanted_at, id`,
  )
  const ofBatch = many('batch_id = ? order by batch_place, wanted_at, id')
  const ofBatchAt = many('batch_id = ? and printer_id = ? order by batch_place, wanted_at, id')
  const sentOf = local.read<{ id: string }>(
    `select id from print_jobs where batch_id = ? and printer_id = ? and state in ('printed', 'handed_over', 'unknown')
       and first_page is not null and sent_at <= ? order by batch_place, wanted_at, id`,
  )
  const waitingOf = local.read<{ id: string }>(
    `select id from print_jobs where batch_id = ? and state in ('queued', 'failed_before_send')
     order by batch_place, wanted_at, id`,
  )
  const pagesBefore = local.read<{ pages: number }>(
    `select coalesce(max(first_page + pages - 1), 0) as pages from print_jobs
     where batch_id = ? and printer_id = ? and batch_place < ?`,
  )
  const sharing = local.read<{ jobs: number }>(
    'select count(*) as jobs from print_jobs where bytes_name = ? and has_bytes = 1',
  )
  const kept = local.read<{ name: string }>(
    'select coalesce(bytes_name, id) as name from print_jobs indexed by ix_print_jobs__kept where has_bytes = 1',
  )
  const inState = many('state = ? order by wanted_at, id')
  const unrecorded = many('is_recorded = 0 order by wanted_at, id')
  const openOf = many(`state in ('queued', 'sending', 'unknown', 'failed_before_send') and printer_id = ?`)
  const old = many('wanted_at < ? and (paper is not null or has_bytes = 1) order by wanted_at limit 200')
  const insert = local.write(
    `insert into print_jobs (${printJobColumns.join(', ')}) values (${printJobColumns.map(() => '?').join(', ')})`,
  )
  const update = local.write(
    `update print_jobs set ${printJobColumns.map((column) => `${column} = ?`).join(', ')} where id = ?`,
  )
  const journal = local.write(
    `insert into print_journal (id, print_job_id, at, state, reason, bytes_sent, detail) values (?, ?, ?, ?, ?, ?, ?)`,
  )
  const note = (job: PrintJob, at: string) =>
    journal.run(newId(), job.id, at, job.state, job.reason, job.bytesSent, job.detail)
  const jobOf = (row: PrintJobRow | undefined) => (row === undefined ? undefined : printJobOf(row))

  return {
    byId: (id) => jobOf(byId.get(id)),
    byKey: (key) => jobOf(byKey.get(key)),
    twinOf: ({ kind, documentId, lineId, revision, printerId }, now) => {
      const since = new Date(Date.parse(now) - doubleClickMilliseconds).toISOString()
      return jobOf(twin.get(documentId, kind, since, lineId, revision, printerId))
    },
    knownPrints: ({ kind, documentId, lineId }) => prints.get(documentId, kind, lineId)?.prints ?? 0,
    issued: ({ kind, documentId, lineId, form, content }) => jobOf(issued.get(documentId, kind, lineId, form, content)),
    insert: (job) => {
      insert.run(...printJobValues(job))
      note(job, job.wantedAt)
    },
    change: (job, events, patch, at) => {
      let state = job.state
      for (const event of events) {
        const next = nextState(printJobMachine, state, event)
        if (next === null) throw new Error(`a print job that is ${state} cannot ${event}`)
        state = next
      }
      const changed: PrintJob = { ...job, ...patch, state }
      update.run(...printJobValues(changed), job.id)
      // A printer that is out of paper for an hour is one line, not sixty.
      if (state !== job.state || changed.reason !== job.reason || changed.isHeld !== job.isHeld) note(changed, at)
      return changed
    },
    waitingDevices: () => devices.all().map((row) => row.device_key),
    firstFor: (deviceKey) => jobOf(first.get(deviceKey)),
    leavingWith: (job) =>
      job.batchId === null || job.portion === null
        ? [job]
        : together.all(job.batchId, job.printerId, job.portion, job.tray).map(printJobOf),
    ofBatch: (batchId, printerId) =>
      (printerId === undefined ? ofBatch.all(batchId) : ofBatchAt.all(batchId, printerId)).map(printJobOf),
    sentOf: (batchId, printerId, by) => sentOf.all(batchId, printerId, by).map(({ id }) => id),
    waitingOf: (batchId) => waitingOf.all(batchId).map(({ id }) => id),
    pagesBefore: ({ batchId, printerId, batchPlace }) => pagesBefore.get(batchId, printerId, batchPlace)?.pages ?? 0,
    sharing: (bytesName) => sharing.get(bytesName)?.jobs ?? 0,
    bytesKept: () => new Set(kept.all().map(({ name }) => name)),
    inState: (state) => inState.all(state).map(printJobOf),
    unrecorded: () => unrecorded.all().map(printJobOf),
    openOf: (printerId) => openOf.all(printerId).map(printJobOf),
    olderThan: (instant) => old.all(instant).map(printJobOf),
  }
}
